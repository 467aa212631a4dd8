"""What editors and contributors are asked, in the words of the action that it calls."""
