"""What is stored encrypted, and with which keys. Knows nothing of what it encrypts."""
