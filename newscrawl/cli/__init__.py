"""The programs behind the commands: `scrapy NAME` is newscrawl/commands/NAME.py, and what it does stands here."""
