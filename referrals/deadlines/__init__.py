"""When an answer is due, how that is said, and who is reminded."""
