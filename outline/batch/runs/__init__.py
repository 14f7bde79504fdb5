"""A run: what it plans, does and remembers, from its sources to its summary."""
