"""Meld en fejl: what readers say is wrong with a page, and what is answered."""
