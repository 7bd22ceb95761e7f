"""Images: their addresses, their sizes, and the copies that posts show."""
