"""What commands share: the base class, and what stands behind the larger ones."""
