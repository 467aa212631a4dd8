"""What each page asks, in the words of the action that it calls."""
