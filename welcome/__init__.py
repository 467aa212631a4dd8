"""The shared person record, and everything that other apps stand on.

It knows nothing of other apps: what they add comes through `registries`.
"""
