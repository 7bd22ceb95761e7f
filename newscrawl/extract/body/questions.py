"""Questions and answers that an article has below its body, in a box of their own, declared or not."""

from collections.abc import Iterable, Iterator
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.disclosure_titles import is_question
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import is_longer, string
from newscrawl.extract.vocabulary.boilerplate import verdict
from newscrawl.text.letters import letters

FEWEST, FEWEST_UNDECLARED, MOST = 2, 3, 100
"""Questions of such a box; more of a page are not looked for."""

LONGEST = 300
"""Characters of a question."""

MOST_WITHIN = 3
"""Elements inside one that may be a question: signs, and the words themselves."""

HEADING_SHARE = 1.2
"""How much more text a box may hold than the questions and answers in it: a heading, and a line below it."""


LEVELS, MOST_BESIDE = 3, 8
"""Boxes around a container whose next siblings are looked at, and how many of these."""

ANSWERED = 1.5
"""How many times as long as its questions a box of questions and answers is."""


def find_questions(page: Page, container: Element) -> Element | None:
    """The box beside a container that holds questions and answers; None where the container has them, or there is none.

    Those that the page declares (schema.org's FAQPage) may stand anywhere, others right below the article.
    """
    declared = _declared(page, container)
    return _below(container) if declared is None else declared


def _below(container: Element) -> Element | None:
    at = container
    for parent in islice(container.iterancestors(), LEVELS):
        if at.tag in ("body", "html"):
            break
        if (box := next(filter(_asks_and_answers, islice(at.itersiblings(), MOST_BESIDE)), None)) is not None:
            return box
        at = parent
    return None


def _asks_and_answers(box: Element) -> bool:
    """Whether a box is headings that ask, most of them, and what answers; headlines that ask are links."""
    if verdict(box):
        return False
    titles = list(islice(box.iter(*_HEADS), MOST))
    asked = [title for title in titles if is_question(title)]
    if len(asked) < FEWEST_UNDECLARED or 2 * len(asked) <= len(titles) or any(map(_is_of_link, asked)):
        return False
    alone = filter(_stands_alone, box.iter("a"))
    if next(islice(alone, len(asked) - 1, None), None) is not None:
        return False  # cards of other stories, each with "Read more"
    return is_longer(box, int(ANSWERED * sum(len(string(title)) for title in asked)))


def _is_of_link(title: Element) -> bool:
    around = title.getparent()
    return next(title.iter("a"), None) is not None or (around is not None and around.tag == "a")


def _stands_alone(link: Element) -> bool:
    """Whether no words stand beside a link, as in an answer's sentence they do."""
    around = link.getparent()
    return around is not None and not (around.text or "").strip() and not (link.tail or "").strip()


_HEADS = (*(f"h{n}" for n in range(2, 7)), "summary", "dt", "button")


def _declared(page: Page, container: Element) -> Element | None:
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


_TITLES = (*_HEADS, "p", "div", "span", "strong")
"""Elements that builders of pages write a question into."""
