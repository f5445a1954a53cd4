"""Overblikket: pages across the libraries, about many things at once."""
