"""Posts out of the archive: drafts in the formats that are asked for, and all posts of a site made anew by them."""
