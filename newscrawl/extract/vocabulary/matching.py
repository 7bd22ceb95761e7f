"""How phrases are looked for in a text: at its begin, anywhere in it, as the whole of it, as words of it."""

import re
import unicodedata
from collections.abc import Iterable

from newscrawl.text.scripts import CJK

_RUN_TOGETHER = re.compile(rf"[\u0e00-\u0e7f{CJK}]")
_BETWEEN_WORDS = re.compile(r"[\s!-/:-@\[-`{-~…“”‘’–—]+")
_NO_LETTERS_AT_ENDS = re.compile(r"^\W+|\W+$")


DOT = "\u0307"
"""What a Turkish capital leaves above its letter in lower case: "İLGİLİ"."""


class Begins:
    """Phrases that a text may begin with, at a word's end."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        plain = [p for p in phrases if not is_pattern(p)]
        plain += [p.replace("ı", "i") for p in plain if "ı" in p]  # as "AYRICA" is in lower case
        plain += [bare for p in plain if len(p) >= _LONG and not p.isascii() and (bare := _without_accents(p)) != p]
        self._longest = max(map(len, plain), default=0)
        by_start: dict[str, list[str]] = {}  # hundreds of phrases, of which two letters leave a few
        for phrase in plain:
            by_start.setdefault(phrase[:2], []).append(phrase)
        self._by_start = {start: tuple(phrases) for start, phrases in by_start.items()}
        self._pattern = pattern_of(p for p in phrases if not p.startswith(_FARTHER_ON))
        self._farther_on = [_Sought(p[1:-1]) for p in phrases if p.startswith(_FARTHER_ON)]

    def __call__(self, text: str) -> bool:
        return self.length(text) > 0

    def length(self, text: str) -> int:
        """How many characters of a text's begin the longest of the phrases has; 0 where none stands there."""
        lower = text[: self._longest + 1].lower()
        if DOT in lower:
            lower = lower.replace(DOT, "")
        near = self._by_start.get(lower[:2])
        if near and lower.startswith(near) and (found := [len(p) for p in near if _begins(lower, p)]):
            return max(found)
        match = self._pattern.match(text) if self._pattern else None
        if match is None and self._farther_on:
            lower = text.lower()
            match = next(filter(None, (sought.begins(lower) for sought in self._farther_on)), None)
        return match.end() if match else 0


_LONG = 8
"""Letters of a phrase that is known without its accents, too, which capitals often lack: "ΔΙΑΒΑΣΤΕ", "A LIRE AUSSI"."""


def _without_accents(phrase: str) -> str:
    """A phrase in Latin or Greek letters without their accents."""
    return "".join(c for c in unicodedata.normalize("NFD", phrase) if c not in _ACCENTS)


_ACCENTS = frozenset("\u0300\u0301\u0302\u0303\u0308\u030c\u0327\u0328")

_FARTHER_ON = "/.{0,"
"""How an expression begins whose words stand some way behind a text's begin."""


class _Sought:
    """A regular expression, of lower case, that is tried only where its first letters stand: five times as fast."""

    def __init__(self, pattern: str) -> None:
        self.whole = re.compile(pattern)
        self._core = re.compile(_BEFORE_LETTERS.sub("", pattern))

    def begins(self, lower: str) -> re.Match[str] | None:
        return self.whole.match(lower) if self._core.search(lower) else None

    def stands_in(self, lower: str) -> bool:
        return self._core.search(lower) is not None and self.whole.search(lower) is not None


# With one of these in front, the engine tries an expression at each letter of the text.
_BEFORE_LETTERS = re.compile(r"^(?:\.\{0,\d+\})?(?:\\b)?")


class Holds:
    """Phrases that may stand anywhere in a text."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._plain = tuple(p for p in phrases if not is_pattern(p))
        self._ascii = tuple(filter(str.isascii, self._plain))
        self._at_begin = pattern_of(p for p in phrases if p.startswith("/^"))
        self._sought = [_Sought(p[1:-1]) for p in phrases if is_pattern(p) and not p.startswith("/^")]

    def __call__(self, text: str) -> bool:
        lower = text.lower()
        return (
            self.in_words(lower)
            or (self._at_begin is not None and self._at_begin.match(lower) is not None)
            or any(sought.stands_in(lower) for sought in self._sought)
        )

    def in_words(self, text: str) -> bool:
        """Whether one of them stands in a text word by word; expressions are wider and are not asked."""
        lower = text.lower()
        return any(map(lower.__contains__, self._ascii if lower.isascii() else self._plain))

    def is_said_alone(self, text: str) -> bool:
        """Whether a text begins with one that is said at begins alone, or is one and nothing else."""
        at_begin = self._at_begin is not None and self._at_begin.match(text.lower()) is not None
        return at_begin or self.is_all_of(text)

    def is_all_of(self, text: str) -> bool:
        """Whether a text is one of them and nothing else."""
        bare = _NO_LETTERS_AT_ENDS.sub("", text.lower())
        at_begin = self._at_begin is not None and self._at_begin.fullmatch(bare) is not None
        return at_begin or bare in self._plain or any(sought.whole.fullmatch(bare) for sought in self._sought)

    def count(self, text: str) -> int:
        """How often they stand there, all told."""
        lower = text.lower()
        at_begin = self._at_begin is not None and self._at_begin.match(lower) is not None
        return sum(map(lower.count, self._plain)) + at_begin + sum(len(s.whole.findall(lower)) for s in self._sought)


class Is:
    """Lines that say one of these and nothing else."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._plain = frozenset(phrases)
        self._longest = max(map(len, phrases), default=0) + 10

    def __call__(self, text: str) -> bool:
        if len(text) > self._longest:
            return False
        lower = text.lower()
        is_bare = lower[:1].isalnum() and lower[-1:].isalnum()  # as most lines are
        return (lower if is_bare else _NO_LETTERS_AT_ENDS.sub("", lower)) in self._plain


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


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
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
