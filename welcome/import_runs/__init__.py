"""Running an import: its rows checked and brought over in batches, by the worker."""
