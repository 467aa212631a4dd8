"""The pages that a person opens through their own private link."""
