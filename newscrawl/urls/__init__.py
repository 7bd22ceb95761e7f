"""URLs: one spelling, the domain, what is absolute, and which addresses are public."""
