"""Pages with bylines, and who wrote them."""

import json

from newscrawl import extract_article
from newscrawl.extract.fields.authors import Authors, find_authors
from newscrawl.extract.fields.headline import find_headline
from newscrawl.extract.fields.near import Near
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.rules import Rules

VALLEY_POST = "https://www.valleypost.example/a"
SALTMARSH = "https://www.saltmarsh.example/rain"

SAID = "The council of New York met on Monday, and the masons of three villages were there to see it."


def authors(html: str, *, url: str = VALLEY_POST, text: str = "", rules: Rules | None = None) -> Authors:
    """Who wrote a page. `text`: what its body and the lines above it say."""
    page = Page(html.encode(), url, rules=rules)
    return find_authors(Near(page, find_headline(page).element), text)


def json_ld(author: object, **more: object) -> str:
    """A page that declares who wrote it."""
    node = {"@type": "NewsArticle", "headline": "Rain", "author": author, **more}
    return f'<script type="application/ld+json">{json.dumps(node)}</script><h1>Rain</h1>'


ORGANISATION = {"@type": "Organization", "name": "Valley Post"}
PUBLISHER = {"@type": "Organization", "name": "Valley Post"}


def person(name: str, url: str = "") -> dict[str, str]:
    return {"@type": "Person", "name": name, "url": url}


def declared(node: str) -> str:
    """What declares an author, for the head of a page."""
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {node}}}</script>'


def story(*, head: str = "", line: str = "", after: str = "") -> list[str]:
    """The authors of a story, with what stands in its head, below its headline and behind it."""
    text = "".join(f"<p>The council met on day {n}, and the masons of three villages were there.</p>" for n in range(9))
    page = f"<html lang=en><head>{head}</head><article><h1>Rain at last</h1>{line}{text}</article>{after}</html>"
    article = extract_article(page.encode(), "https://www.example.com/2026/rain")
    assert article
    return article.authors


def signed(above: str, last: str = "", lang: str = "en") -> list[str]:
    """The authors of a page whose text may speak of places; `last`: its last line."""
    text = f"{SAID}\n{SAID}\n{last or SAID}"
    html = f"<html lang={lang}><body><main><h1>Rain over the harbours</h1>{above}<p>{SAID}</p></main></body></html>"
    return list(authors(html, text=text, url=SALTMARSH).names)


def in_whole_page(language: str, line: str) -> list[str]:
    """The authors of a whole page, whose body leaves out what stands above its text."""
    text = "".join(
        f"<p>On day {n} it rained on the valley, and farmers stood in it until the evening.</p>" for n in range(6)
    )
    html = (
        f"<html lang={language}><head><meta charset=utf-8><meta property=og:type content=article></head><body><main>"
        f"<h1>Rain at last</h1>{line}{text}</main></body></html>"
    )
    article = extract_article(html, "https://www.valleypost.example/rain")
    return article.authors if article else []
