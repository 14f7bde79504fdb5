"""Page → candidates → series → levels: which of what looks like a marker counts, and where it hangs."""
