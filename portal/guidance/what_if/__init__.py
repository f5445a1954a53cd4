"""Hvad nu hvis: the answer to another day or one other fact, beside the answer given."""
