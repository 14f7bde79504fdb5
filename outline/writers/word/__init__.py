"""The outline as a Word file, laid out after GB/T 9704-2012 (党政机关公文格式)."""
