"""What is written into a Word file beside what stands in it: comments and tracked changes. All else stays as it is, byte for byte."""
