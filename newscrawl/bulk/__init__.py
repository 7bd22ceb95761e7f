"""Bulk: years of WARC files into Parquet, each file by a process of its own; no store, no posts, no request.

A file is read into a spool on disk, and its articles are then written partition by partition, each under its name by
one rename. A ledger beside them says which files are done, so that the next run does none of them twice.
"""
