"""What is new: changes told by editions, and last days; as pages, a feed and a calendar."""
