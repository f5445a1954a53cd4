"""Samtaleark: the answer to take along to the meeting, with its text, its receipt and its PDF."""
