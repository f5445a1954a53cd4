"""Measures what the portal does against others, in one run: `make bench`."""
