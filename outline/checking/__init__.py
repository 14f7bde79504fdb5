"""Outline → findings: what is wrong with the numbering and its dress, and how rules say so; and how it is put right in the file."""
