"""Data out of the archive: JSON Lines, CSV, Parquet, SQLite and EPUB, one file a format.

Each takes records (newscrawl.export.selection) one after the other and holds a few thousand of them at the most. A file
is put in its place whole: what stood there stays until then.
"""
