"""Outline → chunks: pieces of bounded size that know under which headings and where in the source they stand."""
