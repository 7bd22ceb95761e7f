"""Several versions of one headline: cut short, with a kicker, or with other signs and spaces."""

import re
from collections.abc import Sequence

from newscrawl.extract.fields.title_cuts import KICKER, KICKER_SHARE
from newscrawl.text.letters import letters as key
from newscrawl.text.letters import long_words
from newscrawl.text.scripts import ideographic

_DOTS = ("...", "…")

SHORTEST_CUT, SHORTEST_BEGIN = 50, 20
"""Characters. Systems cut a headline for social networks at 60, 65 or 70; people do so at its first part."""


def uncut(title: str, head_title: str, shown: list[str]) -> str:
    """The shown headline of which og:title is the begin: cut within a word, or where <title> has all the words too."""
    for text in shown if len(title) >= SHORTEST_BEGIN else ():
        rest = text[len(title) :] if text.startswith(title) else ""
        is_long = len(title) >= SHORTEST_CUT
        is_in_word = is_long and title[-1].isalnum() and rest[:1].isalnum() and not ideographic(title)
        if is_in_word or (rest[1:2].isalnum() and head_title.startswith(text)):
            return text
    return title


def mended(title: str, social: str, shown: list[str]) -> str:
    """The best version of a title: whole where another is, with its signs and spaces, without its kicker."""
    if title.endswith(_DOTS):
        start = key(title)
        longer = (t for t in (*shown, social) if start and key(t).startswith(start) and not t.endswith(_DOTS))
        title = next(longer, title)
    alike = [t for t in (*shown, social, title) if same(t, title)]
    return _without_kicker(best_set(alike), social, shown)


def best_set(alike: Sequence[str]) -> str:
    """Of titles that say the same the one with its words apart and its signs: an <h1> joins lines without them."""
    words = {t: sum(any(map(str.isalnum, word)) for word in t.split()) for t in alike}
    return max(alike, key=lambda t: (words[t], sum(c in ":|–—-" for c in t)))


def _without_kicker(title: str, social: str, shown: list[str]) -> str:
    """The title without its kicker, where another title of the page lacks the kicker or has a different one."""
    for cut in KICKER.finditer(title):
        rest = title[cut.end() :]
        if len(rest) > KICKER_SHARE * len(title) and same(rest, social):
            return rest
        others = (KICKER.split(t, maxsplit=1) for t in (*shown, social) if not same(t, title))
        kickers = [parts[0] for parts in others if len(parts) == 2 and same(parts[1], rest)]
        if any(unlike(kicker, title[: cut.start()]) for kicker in kickers):
            return rest
    return title


def unlike(a: str, b: str) -> bool:
    """Whether two kickers share no word; two versions of one headline do."""
    return not set(re.findall(r"\w+", a.lower())) & set(re.findall(r"\w+", b.lower()))


FEWEST_WORDS = 2
"""Words in common that are no chance."""


def outvotes(shown: str, social: str, head_title: str) -> bool:
    """Whether a shown headline and <title> say one thing, and og:title another: the name of a section or a site."""
    whole, own = long_words(head_title), long_words(shown)
    is_agreed = len(own & whole) >= max(FEWEST_WORDS, len(own) / 2)
    return is_agreed and own.isdisjoint(long_words(social)) and whole.isdisjoint(long_words(social))


def same(a: str, b: str) -> bool:
    """Whether two titles say the same, but for quotation marks, dashes, spaces and case; signs alone are compared."""
    return key(a) == key(b) if key(a) or key(b) else a == b != ""
