"""Text → Page: what every line is, and what in it is no part of the speech."""
