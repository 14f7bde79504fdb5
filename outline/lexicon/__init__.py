"""Words: how an audience is addressed, how a title ends, how clauses begin and end (learned)."""
