"""Outline → findings: what is wrong with the numbering and its dress, and how rules say so."""
