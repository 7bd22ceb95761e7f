"""The user's own folder: `newscrawl.toml`, `sites/`, `output/`. Nothing of the package is ever edited."""
