"""The publisher's name, where metadata have none: the end of <title>, if another sign of the page says it, too."""

import pytest

from newscrawl.extract.fields.publisher import find_publisher
from newscrawl.extract.page.page import Page

LOGO = '<a href="/"><img src="/logo.png" alt="The Fen Gazette"></a>'
TEXT = "<h1>Rain at last</h1><p>It rained on Monday, and the farmers of the fen were glad.</p>"


def publisher(html: str, url: str = "https://www.dailynews.example/a") -> str:
    return find_publisher(Page(html.encode(), url))[0]


@pytest.mark.parametrize(
    "page",
    [
        f"<title>Rain at last | The Fen Gazette</title>{LOGO}{TEXT}",
        f"<title>Rain at last – | The Fen Gazette</title>{LOGO}{TEXT}",
        f"<title>Rain at last - Weather - The Fen Gazette</title>{LOGO}{TEXT}",
        f'<title>Rain at last – The Fen Gazette</title><a href="https://dailynews.example/">The Fen Gazette</a>{TEXT}',
        f"<title>Rain at last « The Fen Gazette</title>{TEXT}<footer>© 2026 The Fen Gazette. All rights…</footer>",
    ],
)
def test_the_end_of_the_title_is_the_publisher_where_the_page_says_so(page: str) -> None:
    assert publisher(page) == "The Fen Gazette"


def test_a_host_confirms_it_in_its_own_words() -> None:
    assert publisher(f"<title>Rain at last | Daily News</title>{TEXT}") == "Daily News"
    page = f"<title>雨がやっと降った_天気_沼新聞</title>{TEXT}"
    assert publisher(page, "https://沼新聞.example/a") == "沼新聞"


@pytest.mark.parametrize(
    "title",
    [
        "Rain at last",
        "Rain at last | Weather",
        "Rain at last - and at once",
        "The Fen Gazette",
        "The Fen Gazette | Rain at last",
        "Rain at last in The Fen Gazette",
    ],
)
def test_what_no_other_sign_confirms_is_none(title: str) -> None:
    assert publisher(f"<title>{title}</title>{LOGO}{TEXT}") == ""


def test_what_metadata_say_goes_first() -> None:
    meta = '<meta property="og:site_name" content="Fen Gazette Online">'
    assert publisher(f"<title>Rain at last | The Fen Gazette</title>{meta}{LOGO}{TEXT}") == "Fen Gazette Online"
