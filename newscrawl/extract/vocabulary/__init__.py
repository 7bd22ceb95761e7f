"""Words, as data: what names of elements mean, and what phrases mean in each language."""
