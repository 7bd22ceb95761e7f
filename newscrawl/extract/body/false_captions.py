"""False captions: what stands where a caption would and says nothing of the picture.

Counters of galleries ("3 of 12"), lengths of films ("1 min"), the time at which another story appeared, labels of
controls ("Read more", "Video"), a lone dot.
"""

import re
from dataclasses import replace
from html import unescape

from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.markup import TAG
from newscrawl.extract.vocabulary.film_words import FILMS
from newscrawl.extract.vocabulary.phrases import all_phrases

LONGEST = 60
"""Characters."""

_YEARS = re.compile(r"\W*(?:1[89]|20)\d{2}(?:\s?[-–—/]\s?\d{2,4})?\W*")
_COUNTER = re.compile(r"\W*(?:\w{1,12}\W{1,3})?(\d{1,3})\s?(/|[^\W\d]{1,5})\s?(\d{1,3})\W*")
"""The picture's number and how many there are; names between the numbers, in capitals, are those of a result."""
_FRACTION = re.compile(r"\(?(\d{1,3})\s?/\s?(\d{1,3})\)?")
"""A picture's number and how many there are, or a day, or a share."""

_AMOUNT = re.compile(r"\W*\d{1,3}\s?([^\W\d]{1,12})\W*")
"""A number and what is counted."""
LONGEST_UNIT = 4
"""Letters of a unit as it is stamped on a film, "min"; "24 hours" says after which time a picture was taken."""

_FIGURE = re.compile(r"[+(]?\d{1,3}(?:[.,]\d{1,3})?\s?%\W?|\d{1,3}\s?[-–]\s?\d{1,3}")
"""A share or a result, which a picture shows; with a minus before it, it is what a shop takes off."""

_CLOCK = re.compile(r"\b[0-2]?\d[:.h][0-5]\d\s?(?:h|uhr|[ap]\.?m|[a-z]{3,4})?\W*$", re.IGNORECASE)
"""The hour at a line's end, as publishers stamp it."""
MOST_BESIDE = 1
"""Words beside the day and the hour: who wrote it."""


def without_false_captions(blocks: list[Block]) -> list[Block]:
    """The blocks, their figures without what is no caption."""
    captions = [(block, _caption(block)) for block in blocks if block.kind in ("figure", "embed")]
    fractions = [fraction[2] for _, caption in captions if (fraction := _FRACTION.fullmatch(caption))]
    for block, caption in captions:
        if caption and _is_false(caption, fractions):
            above, _, rest = block.html.partition(_BEGIN)
            block.html = above + rest.rpartition(_END)[2]
            block.images = [replace(image, caption="", credit="") for image in block.images]
    return blocks


_BEGIN, _END = "<figcaption>", "</figcaption>"


def _caption(block: Block) -> str:
    return block.html.partition(_BEGIN)[2].rpartition(_END)[0]


def _is_false(caption: str, fractions: list[str]) -> bool:
    text = " ".join(unescape(TAG.sub(" ", caption)).split())
    if len(text) > LONGEST:
        return False
    if fraction := _FRACTION.fullmatch(text):  # "9/11" is a day, and no counter beside others of as many
        return fraction[1] == "1" or fractions.count(fraction[2]) > 1
    if not any(map(str.isalpha, text)):
        return not (_YEARS.fullmatch(text) or _FIGURE.fullmatch(text) or all_phrases().dates.is_date(text))
    return _counts(text) or _is_stamp(text) or ("<a " not in caption and _is_medium(text)) or _is_control(text)


def _counts(text: str) -> bool:
    """Whether a caption is a picture's number among others, or an amount of pictures or minutes."""
    counter = _COUNTER.fullmatch(text)
    if counter and int(counter[1]) <= int(counter[3]) and counter[2] == counter[2].lower():
        return True
    amount = _AMOUNT.fullmatch(text)
    if amount is None or _is_medium(amount[1]):
        return amount is not None
    return len(amount[1]) <= LONGEST_UNIT and all_phrases().is_beside_names(amount[1])


def _is_stamp(text: str) -> bool:
    """Whether a caption is a day with its hour, and next to nothing else."""
    if not _CLOCK.search(text):
        return False
    parts = all_phrases().dates.apart_from_dates(text)
    return len(parts) > 1 and len(" ".join(parts).split()) <= MOST_BESIDE


def _is_medium(text: str) -> bool:
    """Whether a text is nothing but "Photo" or "Video"."""
    return text.strip(" .:").lower() in FILMS or all_phrases().credits.is_credit_label(text)


def _is_control(text: str) -> bool:
    """Whether a text is nothing but the label of a control or of a row of other stories."""
    phrases = all_phrases()
    if phrases.asks_to_share(text) or phrases.is_next_page(text) or phrases.is_advertisement(text):
        return True
    said = text.rstrip(" .…:»>→")
    return any(begins.length(said) >= len(said) for begins in (phrases.begins_row, phrases.begins_plea))
