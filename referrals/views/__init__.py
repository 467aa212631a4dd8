"""One function a page: it asks, calls one action and answers. It decides nothing."""
