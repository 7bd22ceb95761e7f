"""The part of a host that one publisher owns, by the Public Suffix List: example.co.uk of news.example.co.uk."""

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

_WORDS = frozenset("ai app cc co eu fm gg io ly me news sh to tv ws".split())
"""Endings that are sold as words, and the European Union's: example.io is not in the British Indian Ocean."""


@lru_cache(1024)
def registrable(host: str) -> str:
    """The registrable domain of a host; the host itself where it has none: an IP address, `localhost`, `gov.uk`.

    Two blogs on one platform, a.github.io and b.github.io, are two publishers: the list has such suffixes too.
    """
    name = host.lower().rstrip(".").partition(":")[0]
    if not name.rpartition(".")[2].strip("0123456789[]"):
        return host.lower().rstrip(".")
    labels = name.split(".")
    return ".".join(labels[max(_suffix_start(labels) - 1, 0) :])


def name_of(host: str) -> str:
    """What a publisher calls itself: "example" for news.example.co.uk."""
    return registrable(host).partition(".")[0]


def same_domain(one: str, other: str) -> bool:
    """Whether two hosts belong to one publisher: equal but for "www.", or in one registrable domain."""
    return without_www(one) == without_www(other) or registrable(one) == registrable(other)


def without_www(host: str) -> str:
    """A host in lower case without the "www." that nobody means."""
    return host.lower().removeprefix("www.")


def country_of_host(host: str) -> str:
    """The two letters of the country whose ending a host has; "" where its ending is no country's."""
    ending = host.lower().rpartition(".")[2]
    if len(ending) != 2 or not ending.isalpha() or ending in _WORDS:
        return ""
    return "gb" if ending == "uk" else ending


def _suffix_start(labels: list[str]) -> int:
    """Which label the public suffix begins at: the longest rule wins, an exception ("!city.kawasaki.jp") before all."""
    rules, names = _rules(), [_as_written(label) for label in labels]
    for start in range(len(names)):
        suffix, above = ".".join(names[start:]), ".".join(names[start + 1 :])
        if f"!{suffix}" in rules:
            return start + 1
        if suffix in rules or f"*.{above}" in rules:
            return start
    return len(names) - 1  # an ending that the list does not have is a suffix of one label


def _as_written(label: str) -> str:
    """A label as the list has it: 公司 for xn--55qx5d."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label


@cache
def _rules() -> frozenset[str]:
    """The list that tldextract brings: no network, no file of its own. Only its data, as importing it takes 0.15 s."""
    package = find_spec("tldextract")
    assert package and package.origin, "tldextract is one of newscrawl's requirements"
    lines = Path(package.origin).with_name(".tld_set_snapshot").read_text("utf-8").splitlines()
    return frozenset(line.split()[0] for line in lines if line.strip() and not line.startswith("//"))
