"""Feeds of what was crawled: the newest articles of a site as Atom and JSON Feed, with full text."""
