"""Questions and answers that an article has below its body, in a box of their own: those that the page declares."""

from collections.abc import Iterable, Iterator
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import string
from newscrawl.text.letters import letters

FEWEST, MOST = 2, 100
"""Questions of such a box; more of a page are not looked for."""

LONGEST = 300
"""Characters of a question."""

MOST_WITHIN = 3
"""Elements inside one that may be a question: signs, and the words themselves."""

HEADING_SHARE = 1.2
"""How much more text a box may hold than the questions and answers in it: a heading, and a line below it."""


def find_questions(page: Page, container: Element) -> Element | None:
    """The box that holds the questions which the page declares (schema.org's FAQPage), beside its container.

    None where the container has them itself, or the page shows none.
    """
    if not any("faqpage" in structured.kinds(node) for node in page.json_ld):
        return None
    nodes = (node for node in page.json_ld if "question" in structured.kinds(node))
    shown = list(_shown(page, [letters(structured.text(node.get("name"))) for node in islice(nodes, MOST)]))
    around = set(container.iterancestors())
    if len(shown) < FEWEST or any(container in (e, *e.iterancestors()) for e in shown):
        return None
    shared = set.intersection(*({*e.iterancestors()} for e in shown)) - around
    if not shared:
        return None
    box = next(e for e in shown[0].iterancestors() if e in shared)
    most = HEADING_SHARE * len(string(box))
    while (parent := box.getparent()) is not None and parent not in around and len(string(parent)) <= most:
        box = parent
    return box


def _shown(page: Page, asked: Iterable[str]) -> Iterator[Element]:
    """The elements that say one of the questions, each question once."""
    left = set(filter(None, asked))
    for element in page.tree.iter(*_TITLES) if left else ():
        said = string(element).strip() if len(element) <= MOST_WITHIN else ""
        if 0 < len(said) <= LONGEST and (key := letters(said)) in left:
            left.discard(key)
            yield element


_TITLES = (*(f"h{n}" for n in range(2, 7)), "summary", "dt", *("button", "p", "div", "span", "strong"))
"""Elements that builders of pages write a question into."""
