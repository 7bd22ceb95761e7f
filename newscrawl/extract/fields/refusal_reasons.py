"""Why a page is no article: every reason, with what it means."""

from typing import Literal

Reason = Literal[
    "no HTML", "too large", "challenge", "consent wall", "login", "paywall", "not found", "JavaScript", "notice",
    "listing", "shop", "video", "no text",
]  # fmt: skip

REASONS: dict[Reason, str] = {
    "no HTML": "the bytes are no HTML page",
    "too large": "the page has more than 30,000 elements, or the body 1,000,000 characters",
    "challenge": 'a bot check stands before the page ("Just a moment…")',
    "consent wall": "the page asks for consent to tracking instead of showing the article",
    "login": "the page is a login form",
    "paywall": "nothing but a teaser stands before the paywall",
    "not found": "the page says that there is no such page, though the server sent it as found",
    "JavaScript": "the page is built by JavaScript, which is not run here, and holds no text of its own",
    "notice": "the page shows a notice and no article: maintenance, a closed region, an old browser, an age, an app …",
    "listing": "the page lists articles and is none itself",
    "shop": "the page offers a thing for sale",
    "video": "the page shows a video and has no text of its own",
    "no text": "no text was found that could be an article",
}
"""Every reason for which a page is no article, with what it means."""

OF_THE_VISITOR = frozenset({"challenge", "consent wall", "login", "paywall", "JavaScript", "notice"})
"""Reasons that mean the visitor, or the hour, and not the page: with a login or a browser it may be an article."""
