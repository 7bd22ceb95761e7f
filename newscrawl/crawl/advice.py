"""Advice: where nothing came of a site, what stands in the way and which setting helps. Pure: counts in, a line out."""

import re
from collections import Counter

from newscrawl.state.run_counts import RunCounts
from newscrawl.text.counts import counted

COOKIES = "-s COOKIES_FILE=cookies.txt"

OBSTACLES = {
    "JavaScript": "JavaScript builds its pages: name its feeds or sitemaps (feeds:, sitemaps:), or -s BROWSER=true",
    "consent wall": f"it asks for consent first: give the cookies of a browser that has answered, {COOKIES}",
    "challenge": "a bot check stands before its pages, which newscrawl does not get past: name its feeds (feeds:)",
    "cookie gate": "it sends visitors round until a cookie comes back: -s COOKIES_ENABLED=true",
    "login": f"it asks for a login: with one of your own, {COOKIES} (or HEADERS_FILE)",
    "status 401": f"it asks for a login (401): with one of your own, {COOKIES} (or HEADERS_FILE)",
    "status 402": f"its articles are for subscribers (402): with a subscription of your own, {COOKIES}",
    "paywall": f"its articles are for subscribers: with a subscription of your own, {COOKIES}",
    "status 451": "it does not show its pages where you are (451): another way out is set with -s PROXY=…",
    "status 403": "it refuses newscrawl (403): it may let in who gives a CONTACT or a login (COOKIES_FILE)",
    "notice": "it shows a notice in place of its pages: of a closed region (-s PROXY=… leads round), of an age, "
    f"an app … ({COOKIES})",
    "sent elsewhere": "its front page sends its readers to another site: give that address (url=…)",
    "host not found": "its name is not found: is the address right, and is this machine online?",
    "connection refused": "nothing answers at its address (or the proxy's, if one is set): is it up and right?",
    "connection failed": "its server breaks off without an answer: is the site up, and is the address right?",
    "broke off": "its answers break off in the midst: the next run tries again; is the address right?",
    "took too long": "it did not answer in time: the next run tries again; -s DOWNLOAD_TIMEOUT=… waits longer",
    "robots.txt": "its robots.txt forbids what was asked for, and newscrawl obeys it",
    "status 404": "nothing stands at what was asked for (404): is the address right?",
    "status 410": "what was asked for is gone (410): is the address right?",
    "status 429": "it asks for fewer requests (429): the next run tries again; -s DOWNLOAD_DELAY=… asks more slowly",
    "too big": "its answers are larger than newscrawl takes on: -s DOWNLOAD_MAXSIZE=… takes larger ones",
    "too many redirects": "it redirects without an end: is the address right?",
    "private address": "it leads to a private address: the error above names the setting that allows it",
    "no date": "no date is found on its pages: `explain URL` shows one; published: in a description says where it is",
    "no text": "no text is found on its pages: `explain URL` shows one; body: in a description says where it is",
    "TLS error": "no safe connection comes about: see the error above for the setting that helps",
}
"""What stands before a site's pages, by the reasons of refusals and failures, and what a user does about it."""

_OF_LOGIN = ("login", "status 401", "status 402", "status 403", "paywall")

_STATUS = re.compile(r"status ([45])(\d\d)")


def meaning(reason: str) -> str:
    """What a reason says of the site, and what a user does about it; "" where it is no obstacle."""
    if reason in OBSTACLES or not (found := _STATUS.fullmatch(reason)):
        return OBSTACLES.get(reason, "")
    if found[1] == "5":
        return f"its server fails (5{found[2]}): the next run tries again"
    return f"it refuses what was asked for (4{found[2]}): open the site in a browser, and see whether it lets you in"


def advice(counts: RunCounts, *, logged_in: bool, failed: bool = True) -> str:
    """The line for a person; "" where the site gives articles, or nothing was to come.

    `logged_in`: whether a login was sent. `failed`: whether the run did not do its job.
    """
    met = obstacles(counts)
    came = counts.articles + counts.known.total + counts.posts.total
    shut = sum(met[reason] for reason in _OF_LOGIN) + counts.partial
    if logged_in and shut and shut >= came - counts.partial:
        return f"{counted(shut, 'page')} stayed shut though a login was sent: it has ended, or does not hold for them"
    if came or not met or not failed:
        return ""
    return meaning(max(met, key=lambda reason: met[reason]))


def obstacles(counts: RunCounts) -> Counter[str]:
    """How often each obstacle was met."""
    met: Counter[str] = Counter()
    for tally in (counts.refused, counts.fetch_failed, counts.obstacles):
        for (*_, reason), count in tally.by_reason.items():
            met[reason] += count if meaning(reason) else 0
    return +met
