"""Guidance as a conversation: the form, the answer, and what is made of it."""
