"""A reading as a table that a person reads in ten seconds: each field, its value, where it comes from."""

import unicodedata
from collections import Counter
from datetime import datetime

from newscrawl.article import Article
from newscrawl.extract.fields.refusal_reasons import REASONS
from newscrawl.extract.reading import Reading
from newscrawl.text.characters import on_one_line
from newscrawl.text.counts import counted

# The order of a reader's questions: what, when, who, what about, and only then the machinery.
FIELDS = (
    "title", "published", "updated", "authors", "section", "tags", "language", "description", "image", "image_caption",
    "image_credit", "publisher", "access", "url", "site_id", "next_page",
)  # fmt: skip

NAME_WIDTH, SOURCE_SHARE = 14, 0.3

# Of what was left out, the reasons that stand for most; the rest is counted.
REASONS_SHOWN, EXAMPLES = 8, 2

STILL_SAID = frozenset({"number of an item", "numbers of lines"})
"""What the list or the listing of code itself says in the body is not told: one number for each of its items."""


def explanation(reading: Reading, width: int = 100) -> str:
    """The table, `width` columns wide at most, without a line end at its end."""
    article = reading.article
    lines = _refused(reading) if article is None else _fields(article, reading, width) + _body(article, reading, width)
    return "\n".join([*lines, *_left_out(reading, width), *_kept(reading, width), *_missed(reading)])


def _refused(reading: Reading) -> list[str]:
    meaning = REASONS.get(reading.reason, "")  # type: ignore[call-overload]
    return [f"no article: {reading.reason}", f"  {meaning}"]


def _fields(article: Article, reading: Reading, width: int) -> list[str]:
    rows = [("FIELD", "VALUE", "FROM")]
    for name in FIELDS:
        value = _written(getattr(article, name), article)
        if value or name in ("title", "published", "authors", "image"):
            source = reading.sources.get(name.replace("image_caption", "image").replace("image_credit", "image"), "")
            rows.append((name, value or "—", source if value else "not found"))
    return [_row(*row, width) for row in rows]


def _written(value: object, article: Article) -> str:
    if isinstance(value, datetime):
        day_only = value is article.published and article.published_precision == "day"
        return f"{value:%Y-%m-%d} (day alone)" if day_only else value.isoformat(sep=" ", timespec="seconds")
    return " | ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _body(article: Article, reading: Reading, width: int) -> list[str]:
    paragraphs = article.text.splitlines()
    size = f"{counted(len(article.text), 'character')} in {counted(len(paragraphs), 'line')}"
    said = f"{size}, {counted(article.body.count('<img'), 'image')}"
    lines = [_row("body", said, reading.sources.get("body", ""), width)]
    if reading.why_body:
        lines.append(" " * NAME_WIDTH + _cut(f"chosen because it {reading.why_body}", width - NAME_WIDTH))
    shown = [paragraphs[0], *(["…"] if len(paragraphs) > 2 else []), paragraphs[-1]] if paragraphs else []
    return lines + [" " * NAME_WIDTH + _cut(line, width - NAME_WIDTH) for line in dict.fromkeys(shown)]


def _left_out(reading: Reading, width: int) -> list[str]:
    removed = [(what, why) for what, why in reading.removed if why not in STILL_SAID]
    return _by_reason("LEFT OUT OF THE BODY", removed, width)


def _kept(reading: Reading, width: int) -> list[str]:
    return _by_reason("KEPT AGAINST A RULE", reading.kept, width)


def _by_reason(heading: str, told: list[tuple[str, str]], width: int) -> list[str]:
    if not told:
        return []
    counts = Counter(why for _, why in told)
    lines = ["", f"{heading} ({len(told)})"]
    for why, count in counts.most_common(REASONS_SHOWN):
        examples = [what for what, reason in told if reason == why][:EXAMPLES]
        lines.append(_cut(f"{count:4} × {why}: {'; '.join(examples)}", width))
    rest = len(counts) - REASONS_SHOWN
    return lines + ([f"     and {rest} more reasons"] if rest > 0 else [])


def _missed(reading: Reading) -> list[str]:
    return ["", "SELECTORS THAT MATCHED NOTHING", *(f"  {m}" for m in reading.missed)] if reading.missed else []


def _row(name: str, value: str, source: str, width: int) -> str:
    for_source = int(width * SOURCE_SHARE)
    for_value = width - NAME_WIDTH - for_source - 2
    value = _cut(value, for_value)
    padding = " " * (for_value - columns(value))
    return f"{name:{NAME_WIDTH}}{value}{padding}  {_cut(source, for_source)}".rstrip()


def _cut(text: str, width: int) -> str:
    """A text on one line within so many columns; nothing in it moves the terminal's cursor."""
    text = on_one_line(" ".join(text.split()))
    if columns(text) <= width:
        return text
    kept, used = [], 1
    for character in text:
        used += columns(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept) + "…"


def columns(text: str) -> int:
    """Columns that a text takes on a terminal: two for a wide character, none for a combining one."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
