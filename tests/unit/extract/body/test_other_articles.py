"""Other articles that a page holds whole: an endless page's next stories, a blog's other posts."""

import pytest

from newscrawl.extract import extract_article

STORY = [
    "The council voted on Tuesday to close the old harbour bridge after engineers found cracks in two of its piers.",
    "Drivers will have to take the ring road until spring, and the ferry will run until midnight, the mayor said.",
    "Repairs are to begin in March; the money comes from a fund that was meant for a new swimming hall at the lake.",
    "Shopkeepers in the old town fear for their customers and ask for free parking while the bridge is closed.",
]
OTHER = [
    "A herd of bison was seen at the edge of the national park for the first time in forty years, rangers reported.",
    "The animals had crossed the frozen river at night and were feeding on the meadows of a farm, its owner said.",
]
URL = "https://news.example/2026/bridge.html"


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def page(story: str, others: str) -> str:
    """A page with one article and what stands behind it."""
    return (
        "<html><head><title>Harbour bridge closes | News</title></head><body><main>"
        f'<article>{story}</article><div class="stream">{others}</div></main></body></html>'
    )


def text_of(html: str) -> str:
    """The text of the article that is read."""
    article = extract_article(html, URL)
    assert article is not None
    return article.text


OWN = f'<h1 class="story-title big">Harbour bridge closes</h1><div>{paragraphs(*STORY)}</div>'


@pytest.mark.parametrize(
    "headline",
    [
        '<h2 class="story-title"><a href="/2026/bison.html">Bison come back to the park</a></h2>',
        '<a href="/2026/bison.html"><h2 class="story-title">Bison come back to the park</h2></a>',
        '<h1 class="story-title">Bison come back to the park</h1><p><time>22 November 2026</time></p>',
        '<h1 class="story-title">Bison come back to the park</h1><div class="author-name">Ann Ford</div>',
    ],
)
def test_the_next_story_of_an_endless_page_is_no_part_of_the_article(headline: str) -> None:
    """Whether its headline leads to a page of its own or is signed."""
    text = text_of(page(OWN, f'<section>{headline}<div class="text">{paragraphs(*OTHER)}</div></section>'))
    assert "swimming hall" in text
    assert "bison" not in text.lower()


def test_other_posts_before_and_behind_go_too() -> None:
    """A blog's page with all posts of a month, the asked one among them."""
    posts = [
        f'<li><h1 class="entry-title"><a href="/{n}.html">Post {n} on bison</a></h1>{paragraphs(*OTHER)}</li>'
        for n in (1, 2)
    ]
    own = f'<li><h1 class="entry-title"><a href="{URL}">Harbour bridge closes</a></h1>{paragraphs(*STORY)}</li>'
    text = text_of(
        f"<html><head><title>Harbour bridge closes</title></head><body><ol>{posts[0]}{own}{posts[1]}</ol></body></html>"
    )
    assert "swimming hall" in text
    assert "bison" not in text.lower()


@pytest.mark.parametrize(
    "subheads",
    [
        '<h2 class="story-title">What comes</h2>{}<h2 class="story-title"><a href="/p.html">The park</a></h2>{}',
        '<h2 class="subhead"><a href="/2026/park.html">1. The park</a></h2>{}<h2 class="subhead">2. The farm</h2>{}',
        '<h1 class="story-title">Part two: the park</h1>{}<h1 class="story-title">Part three: the farm</h1>{}',
    ],
)
def test_subheads_stay(subheads: str) -> None:
    """A class that any subhead has says nothing, and so does a link alone, and a large subhead."""
    behind = subheads.format(paragraphs(OTHER[0], STORY[2] + " It is so."), paragraphs(OTHER[1]))
    html = page(OWN.replace("</div>", f"{behind}</div>"), "")
    assert "national park" in text_of(html)
    assert "frozen river" in text_of(html)


def test_the_articles_beside_that_of_the_headline_are_not_its_own() -> None:
    def item(headline: str, texts: list[str]) -> str:
        return f'<article class="item"><header><h2>{headline}</h2></header>{paragraphs(*texts, *texts)}</article>'

    items = item("Bison seen in the park", OTHER), item("Harbour bridge closes", STORY), item("More bison", OTHER)
    head = "<title>Harbour bridge closes | News</title>"
    text = text_of(f"<html><head>{head}</head><body><main><h1>All stories</h1>{''.join(items)}</main></body></html>")
    assert STORY[0] in text and "bison" not in text


def test_the_next_stories_of_an_endless_page_go_where_each_stands_in_a_box_of_its_own() -> None:
    def box(headline: str, texts: list[str]) -> str:
        article = f"<article><header><h1>{headline}</h1></header>{paragraphs(*texts, *texts)}</article>"
        return f'<div class="chunk" data-address="/{len(headline)}">{article}</div>'

    boxes = "".join([box("Harbour bridge closes", STORY), box("Bison come back", OTHER), box("More bison", OTHER * 3)])
    head = "<title>Harbour bridge closes | News</title>"
    text = text_of(f'<html><head>{head}</head><body><main class="entry-content">{boxes}</main></body></html>')
    assert STORY[0] in text and "bison" not in text.lower()


@pytest.mark.parametrize(
    "headline", ["<font size=5><b>Harbour bridge closes</b></font><br>", "<p>Harbour bridge closes</p>"]
)
def test_stories_in_a_cell_beside_the_article_s_are_left_out(headline: str) -> None:
    """A page laid out by a table, whose headline stands in no heading."""
    cards = "".join(
        f'<p><a href="/{n}.html"><b>Bison come back to park {n}</b></a><br>{OTHER[n]}</p>' for n in (0, 1, 0)
    )
    cells = f"<td valign=top>{cards}</td><td>{headline}{paragraphs(*STORY)}</td>"
    html = f"<title>News :: Harbour bridge closes</title><body><table><tr>{cells}</tr></table></body>"
    text = text_of(html)
    assert "swimming hall" in text
    assert "bison" not in text.lower()


@pytest.mark.parametrize("tag", ["section", "div"])
@pytest.mark.parametrize(("signed", "stays"), [('<p class="author">Ann Ford</p>', False), ("", True)])
@pytest.mark.parametrize("inside", ["{}", '<div class="inner">{}</div>'], ids=["box", "box in box"])
def test_the_next_story_may_stand_in_a_box_like_the_first(tag: str, signed: str, stays: bool, inside: str) -> None:
    """A part of the article in such a box, under a subhead alone, stays."""
    own = f'<h1>Harbour bridge closes</h1><p class="author">Jane Doe</p>{paragraphs(*STORY)}'
    other = f"<h2>Bison come back to the park</h2>{signed}{paragraphs(*OTHER)}"
    first, second = (f'<{tag} class="page">{inside.format(story)}</{tag}>' for story in (own, other))
    text = text_of(f"<html><body><main>{first}<hr>{second}</main></body></html>")
    assert STORY[-1] in text
    assert (OTHER[0] in text) is stays
