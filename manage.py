#!/usr/bin/env python
import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "livingwell.settings")
    from django.conf import settings
    from django.core.management import execute_from_command_line

    from livingwell.environment import Wrong

    try:
        _ = settings.DEBUG  # the first look reads every variable
    except Wrong as wrong:
        sys.exit(str(wrong))
    execute_from_command_line(sys.argv)
