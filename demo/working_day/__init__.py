"""What a team has on its hands: meetings, texts, files and letters, another team.

Each module writes one kind of it for the people who are there already.
"""
