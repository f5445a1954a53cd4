#!/usr/bin/env python3
"""The command line: python manage.py help."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    # A checkout without a key is for development and trial; a server has one, and wsgi.py needs it.
    if not (os.environ.get("SECRET_KEY") or os.environ.get("SECRET_KEY_FILE")):
        os.environ.setdefault("DEBUG", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    execute_from_command_line(sys.argv)
