"""The element in which other articles of the site stood, told to the extraction by a crawl."""

import pytest

from newscrawl.extract import Reading, Rules, read_page

SHORT = [
    "The old pier is closed from Monday, as the harbour master told the council on Friday evening.",
    "Two of its piles were found to be hollow, and nobody knows yet who will pay for new ones, or when.",
    "The ferry to the island leaves from the fish market until then.",
    "Bread, milk and letters go by the small boat, which takes no cars, at seven, noon and five each day.",
    "Whoever has a berth at the pier is asked to move it to the basin by Sunday night.",
]
OTHERS = [
    f"The {what} has been told in these pages since the spring, and those who were there remember each day of it: how "
    f"it began, who came first, what was said in the dark, and what the town makes of it now that {n} months are gone."
    for n, what in enumerate("flood strike fire regatta trial drought election".split(), 3)
]


def page(text: list[str], beside: list[str], name: str = "kq7-col", place: str = "below") -> bytes:
    """A text below its headline; other stories in a box before it, or each with its own linked heading below it."""
    body = "".join(f"<p>{line}</p>" for line in text)
    article = f"<div class=kq7-row><h1>The old pier</h1><div class={name}>{body}</div></div>"
    if place == "before":
        return f"<body><div class=kq7-box>{''.join(f'<p>{line}</p>' for line in beside)}</div>{article}</body>".encode()
    stories = (f"<div><h2><a href=/s/{n}>Story {n}</a></h2><p>{line}</p></div>" for n, line in enumerate(beside))
    return f"<body>{article}<div class=kq7-box>{''.join(stories)}</div></body>".encode()


def read(html: bytes, *others: bytes) -> Reading:
    """A page as a crawl reads it that has met others."""
    met = frozenset().union(*(read_page(other, "https://example.com/a").edges for other in others))
    return read_page(html, "https://example.com/pier", rules=Rules(repeated=met))


def text_of(reading: Reading) -> str:
    assert reading.article
    return reading.article.text


MET = page([line.replace("these", "those") for line in OTHERS], [])


@pytest.mark.parametrize("place", ["before", "below"])
def test_a_short_article_is_found_where_the_others_stood(place: str) -> None:
    html = page(SHORT, OTHERS, place=place)
    assert OTHERS[0] in text_of(read(html)), "one page alone cannot tell"
    reading = read(html, MET)
    assert text_of(reading) == "\n".join(SHORT)
    assert "other articles of the site" in reading.why_body


def test_a_second_part_of_the_article_stays() -> None:
    more = "".join(f"<p>{line}</p>" for line in OTHERS)
    html = page(SHORT, []).replace(b"</body>", f"<div class=kq7-more>{more}</div></body>".encode())
    assert OTHERS[0] in text_of(read(html, MET))


def test_a_place_that_holds_next_to_nothing_or_stands_there_twice_decides_nothing() -> None:
    for html in (page(SHORT[:1], OTHERS), page(SHORT, OTHERS).replace(b"kq7-box", b"kq7-col")):
        assert OTHERS[0] in text_of(read(html, MET))


def test_an_element_without_names_is_no_place() -> None:
    other = page([line.replace("these", "those") for line in OTHERS], [], name='""')
    assert OTHERS[0] in text_of(read(page(SHORT, OTHERS, name='""'), other))
