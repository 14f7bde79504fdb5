"""What is to be done: SOURCE arguments → documents, each an `Input` that says how its text is come by."""
