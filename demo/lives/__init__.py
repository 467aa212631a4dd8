"""What happens in a fictional life, step by step. Pure."""
