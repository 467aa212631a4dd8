"""Links for people without an account: tokens, devices, and safe ways to send them.

The pages behind a link are in `views/own_page`.
"""
