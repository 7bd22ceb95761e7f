"""`every = "auto"`: how often a site publishes, and when it is asked next."""
