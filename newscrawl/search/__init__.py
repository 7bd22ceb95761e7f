"""Full text over the archive: what an article's words are, and which articles a question finds."""
