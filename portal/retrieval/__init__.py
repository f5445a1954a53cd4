"""Retrieval: what is published becomes entries in an index, and words find them again."""
