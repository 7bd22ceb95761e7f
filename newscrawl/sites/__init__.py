"""Descriptions of sites: what their values mean, the catalogue, and which sites a command is about."""
