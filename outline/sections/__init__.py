"""Levels → Outline: where headings end, what frames the sections, what to tell the user."""
