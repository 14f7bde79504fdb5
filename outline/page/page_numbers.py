"""What page numbers look like, as patterns for folded text that readers of files and the search for furniture put into their own."""

NUMBER = "[0-9]{1,4}"
DASHES = "-—–─－"
PAGE = rf"第\s*{NUMBER}\s*页"
"""第7页"""
PAGE_OF = rf"{PAGE}(?:\s*[，/])?\s*共\s*{NUMBER}\s*页"
"""第7页，共11页"""
