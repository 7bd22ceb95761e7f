"""How phrases are looked for in a text: at its begin, anywhere in it, as the whole of it, as words of it."""

import re
from collections.abc import Iterable

from newscrawl.text.scripts import CJK

_RUN_TOGETHER = re.compile(rf"[\u0e00-\u0e7f{CJK}]")
_BETWEEN_WORDS = re.compile(r"[\s!-/:-@\[-`{-~…“”‘’–—]+")
_NO_LETTERS_AT_ENDS = re.compile(r"^\W+|\W+$")


class Begins:
    """Phrases that a text may begin with, at a word's end."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        plain = [p for p in phrases if not is_pattern(p)]
        self._longest = max(map(len, plain), default=0)
        by_start: dict[str, list[str]] = {}  # hundreds of phrases, of which two letters leave a few
        for phrase in plain:
            by_start.setdefault(phrase[:2], []).append(phrase)
        self._by_start = {start: tuple(phrases) for start, phrases in by_start.items()}
        self._pattern = pattern_of(phrases)

    def __call__(self, text: str) -> bool:
        return self.length(text) > 0

    def length(self, text: str) -> int:
        """How many characters of a text's begin the longest of the phrases has; 0 where none stands there."""
        lower = text[: self._longest + 1].lower()
        near = self._by_start.get(lower[:2])
        if near and lower.startswith(near) and (found := [len(p) for p in near if _begins(lower, p)]):
            return max(found)
        match = self._pattern.match(text) if self._pattern else None
        return match.end() if match else 0


class Holds:
    """Phrases that may stand anywhere in a text."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._plain = tuple(p for p in phrases if not is_pattern(p))
        # Each alone, and of lower case: then the engine looks only where one may begin, five times as fast.
        self._patterns = [re.compile(p[1:-1]) for p in phrases if is_pattern(p)]

    def __call__(self, text: str) -> bool:
        lower = text.lower()
        return any(map(lower.__contains__, self._plain)) or any(p.search(lower) for p in self._patterns)

    def count(self, text: str) -> int:
        """How often they stand there, all told."""
        lower = text.lower()
        return sum(map(lower.count, self._plain)) + sum(len(p.findall(lower)) for p in self._patterns)


class Is:
    """Lines that say one of these and nothing else."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._plain = frozenset(phrases)
        self._longest = max(map(len, phrases), default=0) + 10

    def __call__(self, text: str) -> bool:
        return len(text) <= self._longest and _NO_LETTERS_AT_ENDS.sub("", text.lower()) in self._plain


class HoldsWord:
    """Words that stand in a text as words, or anywhere in it where their script runs words together."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._words = frozenset(p for p in phrases if " " not in p and not _RUN_TOGETHER.search(p))
        self._parts = tuple(p for p in phrases if p not in self._words)

    def __call__(self, text: str) -> bool:
        lower = text.lower()
        return not self._words.isdisjoint(_BETWEEN_WORDS.split(lower)) or any(map(lower.__contains__, self._parts))


def is_pattern(phrase: str) -> bool:
    """Whether a phrase is a regular expression: it stands between two slashes."""
    return len(phrase) > 2 and phrase[0] == phrase[-1] == "/"


def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Those phrases that are expressions as one; None where none is."""
    patterns = [phrase[1:-1] for phrase in phrases if is_pattern(phrase)]
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else None


def _begins(text: str, phrase: str) -> bool:
    """Whether a text begins with a phrase at a word's end; scripts without cases run words together."""
    if not text.startswith(phrase):
        return False
    last, after = phrase[-1], text[len(phrase) : len(phrase) + 1]
    return not after.isalpha() or last.upper() == last.lower()


def any_of(phrases: Iterable[str]) -> str:
    """One regular expression for plain phrases, the longest first, and those that are expressions."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(p[1:-1] if is_pattern(p) else re.escape(p) for p in ordered) or r"(?!)"
