"""What browsers may load and send: content security policies, and limits on requests.

Who may see what is decided in the apps.
"""
