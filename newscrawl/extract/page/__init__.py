"""One parsed page: encoding, tree, structured data."""
