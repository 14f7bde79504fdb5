"""What tests and benchmarks make their texts and files with, and measure what comes back against gold outlines."""
