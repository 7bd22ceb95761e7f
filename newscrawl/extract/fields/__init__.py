"""A page -> title, dates, authors, lead image and the other fields, one finder a file."""
