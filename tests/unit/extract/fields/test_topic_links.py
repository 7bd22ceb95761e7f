"""Links under which a page files its article, where it declares neither section nor tags."""

import pytest

from newscrawl.extract.fields.headline import find_headline
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.section import find_section
from newscrawl.extract.fields.tags import find_tags
from newscrawl.extract.page.page import Page

TEXT = "<p>The council met on Monday, and the masons of three villages were there.</p>" * 3


def page_of(body: str) -> Page:
    return Page(f"<html lang=en><body>{body}</body></html>".encode(), "https://www.saltmarsh.example/2026/rain")


def section_of(body: str) -> tuple[str, str]:
    page = page_of(body)
    return find_section(Near(page, find_headline(page).element))


def tags_of(body: str) -> list[str]:
    page = page_of(body)
    return find_tags(Near(page, find_headline(page).element))[0]


@pytest.mark.parametrize(
    "body",
    [
        f'<h1>Rain</h1><p>By Ann Ford | <a href=/c/harbours rel="category tag">Harbours</a></p>{TEXT}',
        f'<h1>Rain</h1>{TEXT}<footer>Filed under: <a href=/c/harbours rel="category tag">Harbours</a></footer>',
        f'<a class="category-link" href=/harbours>Harbours</a><h1>Rain</h1>{TEXT}',
        f'<h1>Rain</h1><dl><dd class="category-name">Category: <a href=/harbours>Harbours</a></dd></dl>{TEXT}',
        f'<h1>Rain</h1>{TEXT}<div class="entry-categories"><ul><li><a rel=tag href=/h>Harbours</a></ul></div>',
    ],
)
def test_the_category_that_a_link_names_is_the_section(body: str) -> None:
    assert section_of(body) == ("Harbours", "link")
    assert tags_of(body) == []


@pytest.mark.parametrize(
    "body",
    [
        f'<nav><a class="category" href=/harbours>Harbours</a></nav><h1>Rain</h1>{TEXT}',
        f'<a class="category" href=/harbours>Harbours</a>{"<i>x</i>" * 20}<h1>Rain</h1>{TEXT}',
        f'<h1>Rain</h1>{TEXT}<div class="related"><a rel="category tag" href=/harbours>Harbours</a></div>',
        f'<h1>Rain</h1>{TEXT}<div><h3><a href=/snow>Snow</a></h3><a rel="category tag" href=/h>Harbours</a></div>',
        f'<h1>Rain</h1>{TEXT}<aside><a rel="category" href=/harbours>Harbours</a></aside>',
        f'<nav>{"<div>" * 6}<a class="category" href=/harbours>Harbours</a>{"</div>" * 6}</nav><h1>Rain</h1>{TEXT}',
        f'<h1>Rain</h1>{TEXT}<aside>{"<div>" * 6}<a class="category" href=/h>Harbours</a>{"</div>" * 6}</aside>',
        f'<h1>Rain</h1><a rel="category" href=/harbours>{"Harbours " * 12}</a>{TEXT}',
        f'<h1>Rain</h1><a rel="category" href=/x>Uncategorized</a>{TEXT}',
    ],
)
def test_a_menu_s_category_or_another_story_s_is_no_section(body: str) -> None:
    assert section_of(body) == ("", "")


def test_a_path_marked_up_as_microdata_leads_to_the_section() -> None:
    steps = "".join(
        f"<li itemprop=itemListElement><a itemprop=item href=/{n}><span itemprop=name>{name}</span></a></li>"
        for n, name in enumerate(("Home", "News", "Harbours", "Rain over the harbours of Saltmarsh"))
    )
    path = f'<ul itemscope itemtype="https://schema.org/BreadcrumbList">{steps}</ul>'
    body = f'{path}<h1>Rain over the harbours of Saltmarsh</h1><a rel="category" href=/w>Weather</a>{TEXT}'
    head = '<meta property="og:title" content="Rain over the harbours of Saltmarsh">'
    assert section_of(head + body) == ("Harbours", "breadcrumbs")


def test_links_that_say_that_they_are_tags_are_tags() -> None:
    related = "<div><h3><a href=/snow>Snow</a></h3><a rel=tag href=/t/snow>Snow</a></div>"
    tags = "<a rel=tag href=/t/ferry>ferry</a>, <a rel=tag href=/t/bells>bells</a>"
    assert tags_of(f"<h1>Rain</h1>{TEXT}<p>{tags}</p>{related}") == ["ferry", "bells"]
    assert tags_of(f"<h3>Rain</h3>{TEXT}<p>{tags}</p>") == ["ferry", "bells"]
    assert tags_of(f"<meta name=keywords content=rain><h1>Rain</h1>{TEXT}<p>{tags}</p>") == ["rain"]


@pytest.mark.parametrize("address", ["/category/harbours.html", "/blog/categories/harbours/", "/de/kategorie/harbours"])
@pytest.mark.parametrize(
    "line", ["<p>In <a href={}>Harbours</a>.</p>", "<div><p>Category:</p> <a href={}>Harbours</a></div>"]
)
def test_a_link_of_the_article_to_an_address_of_categories_names_the_section(line: str, address: str) -> None:
    body = f"<main><article><h1>Rain</h1>{line.format(address)}{TEXT}</article></main>"
    assert section_of(body) == ("Harbours", "link")


@pytest.mark.parametrize(
    "line",
    [
        "<p>What we wrote of our <a href=/category/harbours>Harbours</a> in the years before.</p>",
        "<ul>" + "".join(f"<li><a href=/category/{n}>Category {n}</a>" for n in range(4)) + "</ul>",
        "<nav><a href=/category/harbours>Harbours</a></nav>",
        "<p><a href=https://other.example/category/harbours>Harbours</a></p>",
    ],
)
def test_links_to_categories_in_sentences_menus_or_many_name_none(line: str) -> None:
    assert section_of(f"<main><article><h1>Rain</h1>{line}{TEXT}</article></main>") == ("", "")


@pytest.mark.parametrize(
    ("kicker", "name"),
    [
        ("<a href=/kultur>Kultur</a>", "Kultur"),
        ("<a href=/news/societe/>Société</a>", "Société"),
        ("<a href=/other-story>Kultur</a>", ""),
        ("<nav><a href=/kultur>Kultur</a></nav>", ""),
        ("<a href=/>首页</a>", ""),
    ],
)
def test_a_link_beside_the_headline_that_is_called_like_its_address_is_the_section(kicker: str, name: str) -> None:
    assert section_of(f"<main>{kicker}<article><h1>Rain</h1>{TEXT}</article></main>")[0] == name


def section_at(address: str, body: str) -> str:
    page = Page(f"<html lang=en><body>{body}</body></html>".encode(), f"https://www.saltmarsh.example{address}")
    return find_section(Near(page, find_headline(page).element))[0]


@pytest.mark.parametrize(
    ("address", "above", "name"),
    [
        (
            "/news/coast/2026/rain",
            "<div><a href=/>Start</a> / <a href=/news/coast/>Coast and Sea</a></div>",
            "Coast and Sea",
        ),
        ("/world/rain", "<ul><li><a href=/sport>Sport</a><li><a href=/world>World</a></ul>", "World"),
        ("/c/world/rain-77", "<p class=rubric><a href=/world>Мир</a></p>", "Мир"),
        ("/world/rain", "<div><a href=/world>Back to all</a></div>", ""),
        ("/world/rain", "<div><a href=/world>All the world</a></div>", ""),
        ("/novini/rain", "<div><a href=/novini>Новини</a></div>", ""),
        ("/news/rain", "<div><a href=/news>News</a></div>", ""),
        ("/2026/05/rain", "<div><a href=/2026/05/>05</a></div>", ""),
        ("/sport/rain", "<div><a href=/world>World</a></div>", ""),
    ],
)
def test_a_link_above_the_headline_to_a_folder_of_the_page_s_own_address_names_the_section(
    address: str, above: str, name: str
) -> None:
    assert section_at(address, f"{above}<main><h1>Rain</h1>{TEXT}</main>") == name


def test_a_section_marked_up_as_microdata_is_read() -> None:
    marked = "<p>On <b itemprop=articleSection>Coast</b></p>"
    assert section_of(f"<main><h1>Rain</h1>{marked}{TEXT}</main>") == ("Coast", "itemprop articleSection")
    assert section_of(f"<main><h1>Rain</h1>{marked}{TEXT}{marked}</main>") == ("", "")  # of parts of the text


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div>Topics: <a href=/topics/ferry>Ferry</a>, <a href=/topics/bells>Bells</a></div>", ["Ferry", "Bells"]),
        ("<ul><li><a href=/temas/ferry>Ferry</a><li><a href=/temas/bells>Bells</a></ul>", ["Ferry", "Bells"]),
        ("<ul><li><a href=/temas/ferry>Ferry</a><li><a href=/shop>Shop</a></ul>", []),
        ("<p>Masons of <a href=/topics/a>Abbot</a> and <a href=/topics/b>Beck</a> came to the quay that day.</p>", []),
        ("<nav><a href=/topics/ferry>Ferry</a><a href=/topics/bells>Bells</a></nav>", []),
        (f"<footer><p><a href=/topics/a>Abbot</a><a href=/topics/b>Beck</a></p>{'<a href=/x>x</a>' * 12}</footer>", []),
    ],
)
def test_links_to_topics_that_make_a_box_below_the_headline_are_tags(below: str, names: list[str]) -> None:
    assert tags_of(f"<main><article><h1>Rain</h1>{TEXT}{below}</article></main>") == names


@pytest.mark.parametrize(
    "body",
    [
        f"<main><h1>Rain</h1><aside>27 May · tagged with <a href=/tags/wells.html>Wells</a></aside>{TEXT}</main>",
        f'<main><article><h1>Rain</h1>{TEXT}</article><nav class="post-tags"><a href=/tag/wells>Wells</a></nav></main>',
    ],
)
def test_an_aside_below_the_headline_and_a_nav_of_tags_hold_the_article_s(body: str) -> None:
    assert tags_of(body) == ["Wells"]


def test_links_that_count_the_site_s_articles_are_no_tags() -> None:
    cloud = "<div><a href=/tags/wells>Wells<sup>3</sup></a><a href=/tags/locks><b>Locks <i>(12)</i></b></a></div>"
    body = f"<div><h1>Rain</h1><p><a href=/tags/wells><i>#</i>Wells</a></p>{TEXT}{cloud}</div>"
    assert tags_of(body) == ["Wells"]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("Valley, blog", ["Wells"]),
        ("the lock, rains", ["the lock", "rains"]),
        ("landlock, blog", ["landlock", "blog"]),
        ("Inland, blog", ["Wells"]),
    ],
)
def test_keywords_that_say_nothing_of_the_headline_are_the_site_s(declared: str, expected: list[str]) -> None:
    article = f"<h1>The rains in landlocked towns</h1>{TEXT}"
    head = f"<meta name=keywords content='{declared}'>"
    assert tags_of(f"{head}<div>{article}<p><a href=/tags/wells>Wells</a></p></div>") == expected
    assert tags_of(f"{head}<div>{article}</div>") == declared.split(", ")


def test_a_link_to_a_tag_that_is_called_a_category_is_a_tag() -> None:
    links = '<p><a class="p-category" href="/tags/wells/">Wells</a> <a class="p-category" href="/tags/sky">Sky</a></p>'
    body = f"<main><article><h1>Rain</h1>{links}{TEXT}</article></main>"
    assert section_of(body) == ("", "")
    assert tags_of(body) == ["Wells", "Sky"]


@pytest.mark.parametrize("count", [" (24)", "(7)", " <span>(611 posts)</span>"])
def test_how_many_articles_a_tag_has_is_no_part_of_it(count: str) -> None:
    assert tags_of(f'<h1>Rain</h1>{TEXT}<p><a rel=tag href="/tag/piers">Piers{count}</a></p>') == ["Piers"]


@pytest.mark.parametrize("name", ["etiquettes", "etichette", "stichworte", "trefwoorden", "stitky", "avainsanat"])
def test_a_list_of_tags_is_so_called_in_many_languages(name: str) -> None:
    links = "<li><a href=/x/pain>bread</a></li><li><a href=/x/tools>tools</a></li>"
    assert tags_of(f"<article><h1>Rain</h1><div>{TEXT}</div><ul class={name}>{links}</ul></article>") == [
        "bread",
        "tools",
    ]


def test_a_box_that_is_called_tags_for_those_who_do_not_see_it_holds_tags() -> None:
    links = "<li><a href=/blog/tags/whales>whales</a></li><li><a href=/blog/tags/hymns>hymns</a></li>"
    for label, found in (("tags", ["whales", "hymns"]), ("main", [])):
        nav = f"<nav aria-label={label}><ul>{links}</ul></nav>"
        assert tags_of(f"<article><h1>Rain</h1><div>{TEXT}</div>{nav}</article>") == found
