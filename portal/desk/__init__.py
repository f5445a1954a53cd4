"""Skrivebordet: the admin site, and what it adds to plain admin: the way to the shelf."""
