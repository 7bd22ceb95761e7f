"""The writing of a body: its blocks, its introduction, and the second look of the judge of blocks at both."""

from itertools import chain, islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LONGEST_LABEL, RUNNING, Block
from newscrawl.extract.body.consent_lines import without_consent
from newscrawl.extract.body.ends import without_ends
from newscrawl.extract.body.evidence import words_in
from newscrawl.extract.body.false_captions import without_false_captions
from newscrawl.extract.body.judge import settle, sure
from newscrawl.extract.body.key_points import find_key_points
from newscrawl.extract.body.laid_out_lists import with_lists
from newscrawl.extract.body.linked_pictures import without_linked_pictures
from newscrawl.extract.body.lives import may_be_life, names_of_links, names_writer, tells_of, writers_of
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.body.named_parts import PROSE
from newscrawl.extract.body.other_articles import UP
from newscrawl.extract.body.outward import mark_outward
from newscrawl.extract.body.place import BodyPlace
from newscrawl.extract.body.postprocess import tidy
from newscrawl.extract.body.pruning import Pruner
from newscrawl.extract.body.questions import find_questions
from newscrawl.extract.body.scene import Scene
from newscrawl.extract.body.serializer import Writer
from newscrawl.extract.body.sources_below import find_sources
from newscrawl.extract.body.standfirst import find_standfirst, known_by, says
from newscrawl.extract.body.text_map import Weights, length_of
from newscrawl.extract.body.twins import without_later
from newscrawl.extract.page.tree import following, is_longer, string
from newscrawl.text.letters import letters

Removed = list[tuple[str, str]]
"""What was left out, or kept against a rule: (element as a short selector or its first words, why)."""

LOST = 0.3
"""Share of a container's text. Where less of it is left, its names lied: it is written again without believing them."""

MOST_ABOVE = 25
"""Blocks among which an introduction stands."""

SHORTEST_STANDFIRST = 40
"""Characters; what is shorter and called so is a label."""


def write_blocks(place: BodyPlace) -> tuple[list[Block], Removed, Removed]:
    """The blocks of a body; what was left out; what a rule would have left out and stays."""
    writer = _written(place, believes_names=True)
    blocks = _tidied(writer, place)
    if sum(length_of(b.text) for b in blocks) < LOST * sum(place.weights.get(c, 0.0) for c in place.containers):
        writer = _written(place, believes_names=False)
        blocks = _tidied(writer, place)
    blocks = _key_points(place, blocks) + blocks
    blocks = _standfirst(place, blocks) + blocks
    _mark_described(blocks, known_by(place.description))
    if not (place.may_doubt and blocks):
        return blocks, writer.removed, []
    blocks, back = settle(writer.blocks, blocks, _scene(place), writer.removed)
    blocks = without_consent(blocks, place.page.phrases, writer.removed)  # what came back may ask for it, too
    blocks = _without_names(blocks, place, writer.removed)
    blocks = without_ends(_without_life(blocks, place, writer.removed), place.page.phrases, writer.removed)
    shown = without_later(without_linked_pictures(blocks, place.page, writer.removed), writer.removed)
    if len(shown) < len(blocks):  # what stood before the pictures of others may be an end, too
        shown = without_ends(shown, place.page.phrases, writer.removed)
    below = _questions(place, shown) + _sources(place, shown)
    return with_lists(without_false_captions(shown)) + below, writer.removed, back


def _tidied(writer: Writer, place: BodyPlace) -> list[Block]:
    mark_outward(writer.blocks, place.page.url)
    return tidy(sure(writer.blocks), place.titles, place.page.phrases, writer.removed)


def _standfirst(place: BodyPlace, blocks: list[Block]) -> list[Block]:
    """The blocks of the introduction above the body; none where the text begins with them."""
    above = find_standfirst(place.weights, place.container, place.headline, place.description)
    if above is None:
        return []
    known = letters("".join(b.text for b in blocks[:3]))
    found = [b for b in _written_alone(place, above) if b.text and _is_new(b, known, place.titles[:1])]
    for block in found:
        if block.kind in ("paragraph", "heading"):
            block.become_standfirst()
    return found


def _without_names(blocks: list[Block], place: BodyPlace, removed: Removed) -> list[Block]:
    """Without the line between the introduction and the text, or below the text, that names the article's author."""
    lines = blocks[1:FIRST_LINES] + blocks[FIRST_LINES:][-1:]
    writers = writers_of(place.page) if any(b.kind == "paragraph" and b.chars < LONGEST_LABEL for b in lines) else []
    names = {id(block) for block in lines if writers and names_writer(block, writers)}
    for block in lines:
        if id(block) in names:
            block.leave_out("byline", removed)
    return [block for block in blocks if id(block) not in names]


FIRST_LINES = 4
"""Blocks among which the introduction, the picture and the author's name stand."""


def _without_life(blocks: list[Block], place: BodyPlace, removed: Removed) -> list[Block]:
    """Without a last paragraph about the article's author."""
    if len(blocks) < 2 or not may_be_life(blocks[-1]):
        return blocks
    below = [] if place.headline is None else list(islice(following(place.headline), BELOW_HEADLINE))
    shown = (string(e).strip() for e in below if not is_longer(e, LONGEST_LABEL))
    left_out = (what.partition("“")[2].rstrip("”") for what, why in removed if why in _BYLINES)
    writers = [*writers_of(place.page), *names_of_links(below)]
    if tells_of(blocks[-1], writers, chain(left_out, shown), place.page.phrases):
        blocks[-1].leave_out("author box", removed)
        return blocks[:-1]
    return blocks


BELOW_HEADLINE = 30
"""Elements behind the headline among which a byline stands."""

_BYLINES = frozenset({"byline", "above the text"})
"""Why a line that says who wrote the article was left out."""


def _mark_described(blocks: list[Block], known: str) -> None:
    """Mark the standfirst that the page's summary for previews says, too."""
    for block in blocks[:MOST_ABOVE]:
        if block.kind == "standfirst" and says(block.text, known):
            block.is_described = True


def _is_new(block: Block, known: str, titles: list[str]) -> bool:
    said = letters(block.text)
    return said not in known and said not in titles


def _key_points(place: BodyPlace, blocks: list[Block]) -> list[Block]:
    """The blocks of the article's points above its body; none where the text has them itself."""
    points = find_key_points(place.container, place.headline)
    if points is None:
        return []
    known = letters("".join(b.text for b in blocks))
    written = [b for b in _written_alone(place, points) if any(map(str.isalnum, b.text))]  # stars say nothing
    is_new = all(letters(line) not in known for b in written if b.kind == "list" for line in b.text.split("\n"))
    return written if is_new else []


def _questions(place: BodyPlace, blocks: list[Block]) -> list[Block]:
    """The blocks of the questions and answers below the body that the page declares; none where the text has them."""
    box = find_questions(place.page, place.container)
    if box is None:
        return []
    known = letters("".join(b.text for b in blocks))
    written = _written_alone(place, box)
    return written if all(letters(b.text) not in known for b in written if b.chars > SHORTEST_STANDFIRST) else []


def _sources(place: BodyPlace, blocks: list[Block]) -> list[Block]:
    """The blocks of the sources below the body; none where the text has them."""
    box = find_sources(place.container, place.page.phrases)
    if box is None:
        return []
    known = letters("".join(b.text for b in blocks))
    written = _written_alone(place, box)
    is_new = all(letters(b.text) not in known for b in written if b.kind == "list")
    return written if is_new and any(b.kind == "list" for b in written) else []


def _written_alone(place: BodyPlace, element: Element) -> list[Block]:
    """The blocks of an element outside of the body."""
    writer = _writer(place, believes_names=True)
    writer.write(element)
    return sure(writer.blocks)


def _scene(place: BodyPlace) -> Scene:
    page, container = place.page, place.container
    whole = max(place.weights.values(), default=0.0)
    title = (page.meta("og:title") or page.head_title)[:200]
    return Scene(container, frozenset(words_in(title)), place.weights.get(container, 0.0) / (whole or 1.0))


def _writer(place: BodyPlace, *, believes_names: bool) -> Writer:
    return Writer(place.page.absolute, Pruner(place, believes_names=believes_names))


def _written(place: BodyPlace, *, believes_names: bool) -> Writer:
    writer = _writer(place, believes_names=believes_names)
    before, after = _beside(place) if believes_names and place.may_doubt else ([], [])
    for container in place.containers:
        writer.write(container, before, after)
    _mark_standfirst(sure(writer.blocks))
    return writer


def _beside(place: BodyPlace) -> tuple[list[Element], list[Element]]:
    """What stands before and after the container that may be running text of the article, in the page's order."""
    weights, at = place.weights, place.container
    before: list[Element] = []
    after: list[Element] = []
    for parent in islice(at.iterancestors(), UP):
        if parent.tag in ("body", "html"):
            break
        if at.tag != "td":  # beside a cell stand a page's other columns
            before[:0] = reversed([e for e in at.itersiblings(preceding=True) if _may_say(e, weights)])
            after += [e for e in at.itersiblings() if _may_say(e, weights)]
        at = parent
    beside = sum([weights.get(e, 0.0) for e in (*before, *after)])
    return (before, after) if beside >= PROSE else ([], [])


def _may_say(element: Element, weights: Weights) -> bool:
    return element in weights or element.tag in HEADINGS


def _mark_standfirst(blocks: list[Block]) -> None:
    """Mark paragraphs that stand before the running text and are called standfirst, lead, intro …"""
    for block in blocks[:MOST_ABOVE]:
        if (
            block.kind == "paragraph"
            and not block.roles.isdisjoint(("standfirst", "vague standfirst"))
            and len(block.text) > SHORTEST_STANDFIRST
            and not block.is_link
        ):
            block.become_standfirst()
        elif block.kind == "paragraph" and len(block.text) >= 2 * RUNNING and not block.is_link:
            return
