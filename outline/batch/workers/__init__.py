"""The processes that do the work, and what becomes of a document that one of them dies of."""
