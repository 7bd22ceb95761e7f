"""A page -> the body: its container, what is left out of it, and how it is written."""
