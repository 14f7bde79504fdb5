"""Outlines of many files: a run that can be killed at any moment and goes on where it stopped.

    sources ─ plan ─▶ manifest ─ pending ─▶ tasks ─ pool ─▶ results ─▶ manifest ─ assemble ─▶ output, errors, summary

The manifest (SQLite) is the only memory of a run. Workers write outputs and rows and tell what they did; only the parent writes the
manifest, a task at a time; what the manifest does not know of has not happened and is done again. The output follows from the inputs
in their order alone, so neither the number of jobs nor interruptions leave a trace in it.

`sources` says what is to be done, `workers` has processes for it, `results` what comes of a document, `runs` the run itself; `engines` does
the same with Daft. `outline.outlines` is for programs: no manifest, no output.
"""
