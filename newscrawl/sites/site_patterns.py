"""Site patterns: fivefilters' text files (ftr-site-config), one a host, for sites without selectors of their own.

A file `example.com.txt` holds for example.com and www.example.com, `.example.com.txt` for every host below. A line is
`directive: value`, most often an XPath; a directive that stands twice gives alternatives in their order. Obeyed are
title, body, author, date, strip, strip_id_or_class and strip_image_src. What would change the outcome and is not
obeyed (find_string, http_header …) is reported.
"""

import logging
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from newscrawl.extract.page.rules import Rules
from newscrawl.urls.domain import without_www
from newscrawl.urls.parts import host_of

log = logging.getLogger(__name__)

_LINE = re.compile(r"([a-z_]+)(?:\([^)]*\))?\s*:\s*(.*)", re.I)
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")

_TOKENS = re.compile(r"""\[|\]|(?<![\w.*)\]])//|(?:following|preceding)::|"[^"]*"|'[^']*'""")

MOST = 100_000
"""Characters that are read of a file; the longest that are shared have 10,000."""

# What tells how to test or to tune their own extractor: nothing here depends on it.
_QUIET = frozenset(
    """
    test_url test_contains tidy prune autodetect_on_failure parser convert_double_br_tags skip_json_ld
    insert_detected_image src_lazy_load_attr strip_comments
    """.split()
)
# The end of a path that picks text or an attribute; the element before it says the same to our rules.
_TAIL = re.compile(r"/(?:text\(\)|@(?:content|datetime))$")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One file's rules, and a line for a person about each of its directives that is not obeyed."""

    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    strip: tuple[str, ...] = ()
    unheeded: tuple[str, ...] = ()

    def completing(self, rules: Rules) -> Rules:
        """The rules with what they lack taken from here; a site with selectors of its own keeps its own alone."""
        if rules.body or rules.remove:
            return rules
        return replace(
            rules,
            body=self.body,
            remove=self.strip,
            title=rules.title or self.title,
            authors=rules.authors or self.author,
            published=rules.published or self.date,
        )


@dataclass(slots=True)
class SitePatterns:
    """A folder of them, each read when its host is first met."""

    folder: Path
    read: dict[str, Pattern] = field(default_factory=dict)

    def for_url(self, url: str) -> Pattern:
        """The pattern of an address's host; an empty one where there is no file."""
        host = host_of(url)
        if host not in self.read:
            self.read[host] = self._of(host)
        return self.read[host]

    def _of(self, host: str) -> Pattern:
        for name in _names(host):
            try:
                with (self.folder / name).open(encoding="utf-8", errors="replace") as file:
                    text = file.read(MOST)
            except OSError:
                continue
            pattern = parse(text)
            for line in pattern.unheeded:
                log.warning("%s: %s", name, line)
            return pattern
        return Pattern()


def parse(text: str) -> Pattern:
    """The pattern that a file's text is."""
    found: dict[str, list[str]] = {name: [] for name in ("title", "body", "author", "date", "strip")}
    unheeded = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.match(line.strip())
        if not match or line.lstrip().startswith("#"):
            continue
        directive, value = match[1].lower(), match[2].strip()
        target, path = _path(directive, value)
        if target not in found:
            if directive not in _QUIET:
                unheeded.append(f"line {number}: {directive} is not obeyed")
        elif problem := _problem(path):
            unheeded.append(f"line {number}: {directive} is not obeyed: {problem}")
        else:
            found[target].append(path)
    return Pattern(**{name: tuple(paths) for name, paths in found.items()}, unheeded=tuple(unheeded))


def _path(directive: str, value: str) -> tuple[str, str]:
    """(field, XPath of elements) of a line."""
    word = value.strip("'\"")
    quoted = f'"{word}"' if '"' not in word else f"'{word}'"
    match directive:
        case "strip_id_or_class":
            return "strip", f"//*[contains(@id, {quoted}) or contains(@class, {quoted})]"
        case "strip_image_src":
            return "strip", f"//img[contains(@src, {quoted})]"
        case _:
            return directive, _TAIL.sub("", value)


def _problem(path: str) -> str:
    """Why a path cannot be used; "" where it can."""
    if not path.startswith(("/", "(")):
        return "it picks no elements"
    try:
        etree.XPath(path)
    except (etree.XPathSyntaxError, ValueError):  # a control character
        return "it is no XPath"
    if _searches_again_and_again(path):
        return "it searches the whole page for each of its parts, again and again"
    return "it picks an attribute" if re.search(r"/@[\w-]+$", path) else ""


def _searches_again_and_again(path: str) -> bool:
    """Whether a path searches the page from its root, or all of it around a place, in a condition of a condition."""
    depth = 0
    for token in _TOKENS.findall(path):
        depth += {"[": 1, "]": -1}.get(token, 0)
        if depth > 1 and token[0] in "/fp":
            return True
    return False


def _names(host: str) -> list[str]:
    """The files that a host may have, the most special first; none for what is no host name."""
    if not _HOST.fullmatch(host):
        return []
    bare = without_www(host)
    parts = bare.split(".")
    above = [".".join(parts[n:]) for n in range(len(parts) - 1)]
    return [f"{host}.txt", f"{bare}.txt", *(f".{name}.txt" for name in above)]
