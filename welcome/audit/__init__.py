"""Writing what happened. Reading it belongs in `reading` and `linking`."""
