"""The answer as the page shows it: which trials apply and why, and what is known to work."""
