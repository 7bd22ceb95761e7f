"""Frames that hold nothing of an article."""

import re

NO_CONTENT = re.compile(
    r"doubleclick|googlesyndication|googletagmanager|amazon-adsystem|adservice|adsystem|/ads?[/.?-]|taboola|outbrain|disqus|"
    r"recaptcha|hcaptcha|newsletter|subscri|consent|privacy|plugins/(?:like|page|share|follow)|platform\.twitter\.com/widgets|"
    r"sharethis|addthis|paywall|piano\.io|tinypass|teads|criteo|civey|opinary|spot\.im|accounts\.google|login|/comments/?\?|"
    r"(?:beehiiv|buttondown|convertkit|list-manage|mailerlite|sibforms)\.\w{2,10}/|substack\.com/embed\b(?!/)|"
    r"hearken|vgwort|analytics|pixel|tracking|facebook\.com/tr\b|trustpilot|affiliate|awin|amzn|amazon\.\w+/(?:e/cm|s)",
    re.IGNORECASE,
)
"""Frames that show advertising, sign-up forms, comments, polls for data or nothing at all."""
