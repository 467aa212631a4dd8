"""The Django project: settings, URLs, logs, health, and how the parts are started.

It names the apps only in strings; what is about people belongs in the apps.
"""
