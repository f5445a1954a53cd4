"""What users follow, and the mails that tell them what is new of it."""
