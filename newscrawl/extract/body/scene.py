"""What is known of a page before its blocks are measured."""

from dataclasses import dataclass, field

from newscrawl.element import Element


@dataclass(slots=True)
class Words:
    """What words of names and of short texts are worth: word -> log odds of standing in an article's text."""

    names: dict[str, float] = field(default_factory=dict)
    said: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """What of the page is needed to measure its blocks."""

    container: Element
    title: frozenset[str]
    prose: float
    """The share of the page's running text that the container holds."""
