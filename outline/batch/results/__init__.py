"""What comes of the documents: rows, and the files that hold them."""
