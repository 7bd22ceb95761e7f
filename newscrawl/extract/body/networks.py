"""Networks: where readers share and follow, and which links ask for it."""

import re

from newscrawl.urls.parts import split

_NETWORK = re.compile(
    r"(?:^|\.)(?:facebook|fb|twitter|x|instagram|linkedin|pinterest|whatsapp|telegram|t|tiktok|youtube|threads|bsky|reddit|"
    r"tumblr|vk|ok|weibo|line|xing|flipboard|snapchat|discord|twitch|feedly|ycombinator|mastodon|wa|zalo|dzen|viber|"
    r"addtoany|spotify|deezer|(?:news|plus|play|podcasts)\.google|(?:apps|itunes|podcasts|music)\.apple)"
    r"\.(?:com|me|net|app|ru|gg|tv|social)$|(?:^|\.)youtu\.be$"
)

_SHARES = re.compile(
    r"/(?:share|sharer|sharer(?:/sharer)?\.php|sharearticle|intent/\w{1,20}|pin/create/\w{1,20})/?$", re.IGNORECASE
)
"""The path at which a network takes what is shared."""

FOLLOWED = r"(?:t\.me|(?:(?:chat|www)\.)?whatsapp\.com|news\.google\.com)"
"""Hosts, as a pattern, at which a paper has channels that readers follow."""

CHANNEL = re.compile(
    r'<a [^>]{0,200}?href="https?://(?:www\.)?(?:t\.me/[\w-]{3,40}/?|(?:wa\.me|chat\.whatsapp\.com)/[^"/]{1,80}|'
    r'whatsapp\.com/channel/[^"]{1,80}|news\.google\.com/publications/[^"]{1,200})"'
)
"""A link to where a paper is followed. A post in a channel has a number behind it."""


def is_network(host: str) -> bool:
    """Whether a host is a network's, where readers share and follow."""
    return _NETWORK.search(host) is not None


def shares(address: str) -> bool:
    """Whether an address is the one at which a network takes what is shared."""
    there = split(address)
    return is_network(there.netloc) and _SHARES.match(there.path) is not None
