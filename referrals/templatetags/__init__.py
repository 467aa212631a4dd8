"""Parts of this app that pages of `welcome` include."""
