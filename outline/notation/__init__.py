"""What a marker is: the grammar of its dress, the worth of its numeral, what is known of its style."""
