"""Dates as Danes type them, on top of Django's own Danish formats."""
