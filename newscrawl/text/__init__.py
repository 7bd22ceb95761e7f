"""Texts: plain text, JSON and XML that come from the web."""
