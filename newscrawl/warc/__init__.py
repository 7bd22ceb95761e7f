"""Recordings in WARC: written, read, and found by address."""
