"""What content systems and programs write among tags for themselves."""

import re
from collections import Counter

from newscrawl.text.letters import letters

# Tags that differ in a code at their begin alone ("OH State Wire", "PA State Wire"): so many are no topics.
MOST_WITH_CODES = 4

# Single words are a sentence's where so many stand in its order, few left out between them, and make most of it.
WORDS_IN_ORDER, MOST_LEFT_OUT, MOST_OF_IT = 4, 5, 0.6

_LABEL = re.compile(r"([^\W\d][^:/]{1,28})([:/])(?=(\s?)\S)")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W_]+")

_NOTES = frozenset(
    "article author category channel content count display entities entity format has id language locale nlp page "
    "pagetype partner product publication section sections short source template title tokens type wc word".split()
)
"""Words of labels behind which a note of the system stands."""

_TOPICS = frozenset(
    "keyword keywords location locations organisation organisations organization organizations person persons place "
    "places subject subjects tag tags theme themes topic topics".split()
)
"""Labels behind which a topic stands: "Tag:Web Hosting", "location/usa"."""

_WITH_CODE = re.compile(r"[A-Z]{2} (\S.*)")
_SLUG = re.compile(r"[^\W\d_A-Z]{2,}(?:-[^\W\d_A-Z]{2,})+")

LEAST_SLUGS = 3
"""Names with hyphens for blanks, from which a list is one of addresses' parts ("donald-trump")."""


def without_notes(tags: list[str]) -> list[str]:
    """Tags without the system's notes, and without the label before a topic."""
    labels = [_LABEL.match(tag) for tag in tags]
    glued = sum(label is not None and _is_glued(label) for label in labels)
    found = []
    for tag, label in zip(tags, labels, strict=True):
        words = {word.lower() for word in _WORDS.findall(label[1])} if label else set()
        if label is None or not (words <= _NOTES | _TOPICS or (_is_glued(label) and (glued > 1 or label[1].islower()))):
            found.append(tag)
        elif words <= _TOPICS:
            found.append(tag[label.end() :].strip())
    return found


def spelt(tags: list[str]) -> list[str]:
    """Tags with blanks for hyphens, where all are written as parts of addresses are: "donald-trump"."""
    slugs = sum(_SLUG.fullmatch(tag) is not None for tag in tags)
    if slugs < LEAST_SLUGS or any(" " in tag or tag != tag.lower() for tag in tags):
        return tags
    return [tag.replace("-", " ") if _SLUG.fullmatch(tag) else tag for tag in tags]


def without_codes(tags: list[str]) -> list[str]:
    rests = [code[1] if (code := _WITH_CODE.fullmatch(tag)) else "" for tag in tags]
    often = {rest for rest, count in Counter(rests).items() if rest and count > MOST_WITH_CODES}
    return [tag for tag, rest in zip(tags, rests, strict=True) if rest not in often]


def _is_glued(label: re.Match[str]) -> bool:
    """Whether a label stands at its value without a space, as programs write: "pagetype:story"."""
    return label[2] == ":" and not label[3] and label[1].isascii() and " " not in label[1] and len(label[1]) > 2


def without_sentence(tags: list[str], sentence: str) -> list[str]:
    """Tags without those that are a sentence cut up: single words in its order that make most of it."""
    if len(tags) < WORDS_IN_ORDER:
        return tags
    words = [letters(word) for word in sentence.split()]
    run = _longest_run([letters(tag) if " " not in tag else "" for tag in tags], words)
    said = sum(len(letters(tag)) for tag in tags[run])
    is_sentence = len(tags[run]) >= WORDS_IN_ORDER and said >= MOST_OF_IT * sum(map(len, words))
    return [*tags[: run.start], *tags[run.stop :]] if is_sentence else tags


def _longest_run(tags: list[str], words: list[str]) -> slice:
    """Where tags stand side by side that are words of a sentence in its order."""
    best, start, at = slice(0, 0), 0, -1
    for place, tag in enumerate(tags):
        ahead = words[at + 1 : at + 2 + MOST_LEFT_OUT] if at >= 0 else words
        if tag and tag in ahead:
            at += ahead.index(tag) + 1
        else:
            start, at = (place, words.index(tag)) if tag and tag in words else (place + 1, -1)
        if place + 1 - start > best.stop - best.start:
            best = slice(start, place + 1)
    return best
