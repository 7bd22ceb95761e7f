"""What a reader sees of a post in a theme, in a browser: one cover, its caption and credit, the source."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.article import Article
from newscrawl.posts import PostOptions
from newscrawl.posts.additions import SOURCE_LINE
from tests.support.pictures import png
from tests.support.readers import Seen, look
from tests.support.site_builds import Site, doks, hexo, jekyll, new_hugo

FIGURE = (
    '<figure><img src="http://site.test/with-cover.png" alt="The river, with-cover" width="1200" height="675">'
    "<figcaption>The river, with-cover (Ann of with-cover)</figcaption></figure>"
)
TEXTS = {
    "en": "<p>The river rose at dawn, and the valley woke to it.</p>",
    "zh-Hans": "<p>河水在黎明时分上涨，山谷里的人们醒来时看到了这一切。</p>",
    "ar": "<p>ارتفع النهر عند الفجر واستيقظ الوادي عليه.</p>",
}
SOURCES = {"in-zh-Hans": "来源", "in-ar": "المصدر"}
STANDFIRST = "It had not stood as high in a hundred years"
SUMMARY = "Half the valley is under water"
LOADS_LATE = "fluid"
"""Puts another picture there until a reader has come to it."""
IN_WORDS = {
    "fluid": {"in-en": "December 9, 2021", "in-zh-Hans": "2021年12月9日", "in-ar": "٩ ديسمبر ٢٠٢١"},
    "volantis": {"in-en": "Dec 9, 2021", "in-zh-Hans": "2021年12月9日", "in-ar": "٢٠٢١"},
    "minima": {"in-en": "Dec 9, 2021"},
    "chirpy": {"in-en": "Dec 9, 2021"},
    "doks": {"in-en": "December 9, 2021"},
    "papermod": {"in-en": "December 9, 2021"},
}
"""Themes that write a date in words, Jekyll's and Hugo's in English or the site's language; others write figures."""


def article(name: str, language: str, body: str) -> Article:
    return Article(
        url=f"https://news.example/{name}",
        title=f"Report {name}",
        language=language,
        published=datetime(2021, 12, 9, 8, 0, tzinfo=UTC),
        body=body,
        text=re.sub("<.*?>", "", body.replace("</p>", "\n")),
        image=f"http://site.test/{name}.png",
        image_alt=f"The river, {name}",
        image_caption=f"The river, {name}",
        image_credit=f"Ann of {name}",
        publisher="Valley Post",
        categories=["World"],
    )


ARTICLES = [
    *(article(f"in-{language}", language, text * 3) for language, text in TEXTS.items()),
    replace(article("with-cover", "en", TEXTS["en"] * 12 + FIGURE + TEXTS["en"]), description=SUMMARY),
    replace(
        article("with-standfirst", "en", f"<p>{STANDFIRST}</p>{TEXTS['en']}"), description=STANDFIRST, text=STANDFIRST
    ),
]


NAMES = [one.url.rpartition("/")[2] for one in ARTICLES]
INDEXES = {"doks": "blog/index.html", "papermod": "posts/index.html"}
HUGOS = {"doks": doks, "papermod": new_hugo}
"""PaperMod is in no package registry: the layout in its place reads what it documents."""
JEKYLLS = ("minima", "chirpy")
THEMES = ("volantis", "butterfly", "next", "fluid", *JEKYLLS, *HUGOS)


def built(theme: str, folder: Path, options: PostOptions) -> Site:
    if theme in HUGOS:
        return HUGOS[theme](folder, ARTICLES, options)
    if theme in JEKYLLS:
        return jekyll(folder, ARTICLES, options, theme=theme)
    return hexo(folder, ARTICLES, options, theme=theme, name="hexo" if theme == "landscape" else "hexo-themes")


def pages(site: Site) -> Iterator[tuple[Path, str]]:
    """The articles' pages and names."""
    for page in site.output.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        named = [name for name in NAMES if f'href="https://news.example/{name}"' in text]
        if len(named) == 1 and "report" in str(page).lower():
            yield page, named[0]


@pytest.fixture(scope="module", params=["landscape", *(pytest.param(t, marks=pytest.mark.on_request) for t in THEMES)])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Site]:
    options = PostOptions(theme=request.param, source_line=SOURCE_LINE)
    return request.param, built(request.param, tmp_path_factory.mktemp("site"), options)


@pytest.fixture(scope="module")
def seen(site: tuple[str, Site]) -> dict[tuple[str, int, str], Seen]:
    """(theme, width, article's name) -> what is seen."""
    theme, built_site = site
    paths = {str(page.relative_to(built_site.output)): name for page, name in pages(built_site)}
    assert sorted(paths.values()) == sorted(NAMES)
    found = look(built_site.output, {path: f"/{name}.png" for path, name in paths.items()}, png(1200, 675))
    return {(theme, width, paths[path]): page for (width, path), page in found.items()}


Pages = dict[tuple[str, int, str], Seen]


def test_the_cover_is_there_once(seen: Pages) -> None:
    assert {page: one.covers for page, one in seen.items() if one.covers != 1} == {}


def test_a_picture_keeps_its_shape_at_any_width(seen: Pages) -> None:
    shapes = {page: shape for page, one in seen.items() for shape in one.shapes}
    assert {name for _, _, name in shapes} >= {"with-cover"} or LOADS_LATE in {theme for theme, _, _ in seen}
    assert {page: shape for page, shape in shapes.items() if not 1.7 < shape < 1.85} == {}


def test_its_caption_and_credit_are_there_once(seen: Pages) -> None:
    for (theme, width, name), one in seen.items():
        found = (one.text.count(f"The river, {name}"), one.text.count(f"Ann of {name}"))
        assert found == (1, 1), (theme, width, name)


def test_a_reader_can_go_to_the_source(seen: Pages) -> None:
    for (theme, width, name), one in seen.items():
        assert f"https://news.example/{name}" in one.links, (theme, width)
        word = SOURCES.get(name, "Source")
        assert f"{word}: Valley Post, 2021-12-09" in " ".join(one.text.split()), (theme, name)
        # What themes say of all posts where a post says nothing: that they are under a licence of the site's owner.
        assert "All articles on this blog" not in one.text, (theme, name)


def test_the_text_runs_in_its_own_direction_and_the_page_names_its_language(seen: Pages) -> None:
    locales = {"in-zh-Hans": "zh_CN", "in-en": "en_US"}
    for (theme, width, name), one in seen.items():
        assert ("rtl" in one.direction) == (name == "in-ar"), (theme, width, name)
        assert one.locale.startswith(locales.get(name, "")[:2]), (theme, name, one.locale)


def test_the_headline_is_there_and_the_standfirst_once(seen: Pages) -> None:
    for (theme, width, name), one in seen.items():
        # Fluid's own <h1> is hidden; what it shows is a line of text.
        shown = one.text.splitlines() if theme == "fluid" else one.headings
        assert f"Report {name}" in shown, (theme, width, name)
        assert name != "with-standfirst" or one.text.count(STANDFIRST) == 1, (theme, width, name)


def test_dates_in_words_are_in_the_articles_language(seen: Pages) -> None:
    for (theme, width, name), one in seen.items():
        words = IN_WORDS.get(theme, {"in-en": "2021-12-09"})
        assert words.get(name, "") in one.text, (theme, width, name)


def test_an_index_shows_the_begin_of_an_article_and_not_all_of_it(site: tuple[str, Site]) -> None:
    theme, built_site = site
    index = (built_site.output / INDEXES.get(theme, "index.html")).read_text(encoding="utf-8")
    # Doks has one line for lists and above the text; others take the text's begin for lists.
    assert (SUMMARY if theme == "doks" else STANDFIRST) in index
    assert "The river," not in re.sub("<[^<>]*>", "", index)
