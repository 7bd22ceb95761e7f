"""Text that was encoded twice is read once; text that was not stays as it is."""

import pytest

from newscrawl import extract_article
from newscrawl.text.mojibake import repaired
from tests.support.bodies import HEADLINE, PARAGRAPHS, URL

TEXTS = [
    "The river’s “second” rise – so says the mayor – cost 1 200 € in all…",
    "Über die Brücke ging’s „nicht mehr“ – sagt Frau Øyen aus Łódź.",
    "Река поднялась — «снова», говорит мэр.",
    "川の水がまた上がった、と市長は「言った」。",
    "Rain ☔ at last 😀 — says everybody…",
]


def _as_windows(text: str) -> str:
    """UTF-8 taken for Windows-1252, as browsers do: bytes that it lacks are controls."""
    return "".join(bytes([b]).decode("cp1252") if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b) for b in text.encode())


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("twice", [lambda text: text.encode().decode("latin-1"), _as_windows])
def test_what_was_encoded_twice_is_read_back(text, twice) -> None:  # type: ignore[no-untyped-def]
    broken = twice(f"<p>{text}</p>" * 3)
    assert repaired(broken.encode()).decode() == f"<p>{text}</p>" * 3


@pytest.mark.parametrize("text", [*TEXTS, "À la carte, Ânes et â: façade", "They wrote â€™, â€“ and â€œ – never ours."])
def test_what_was_not_stays(text: str) -> None:
    assert repaired(text.encode()) == text.encode()


@pytest.mark.parametrize("stray", ["<script>var end = '\x85';</script>", "<!-- \x92 -->", "It\x92s \x93wet\x94."])
@pytest.mark.parametrize(
    "text", ["„Spaß“ und „Fuß“ im „MENÜ“", "«CAFÉ» et «THÉ»", "CAFÉ\x92S, ÉTÉ\x92S", "À la carte – «ICI»"]
)
def test_a_stray_control_breaks_no_letters_beside_quotes(stray: str, text: str) -> None:
    told = repaired(f"<p>{text}</p>{stray}".encode()).decode()
    assert told.startswith(f"<p>{text.replace(chr(0x92), '’')}</p>")


def test_letters_of_a_template_stay_where_the_text_alone_was_encoded_twice() -> None:
    template = "<nav>«CAFÉ» Über uns, Menü, Größe, Öffnungszeiten, Fußball, Süden, Köln</nav>"
    broken = "The river’s rise – “again”".encode().decode("latin-1")
    assert repaired(f"{template}<p>{broken}</p>".encode()).decode() == f"{template}<p>The river’s rise – “again”</p>"


def test_controls_are_the_signs_of_windows() -> None:
    assert repaired("It\x92s \x93wet\x94 in the caf\xe9\x92s".encode()).decode() == "It’s “wet” in the café’s"


@pytest.mark.parametrize("twice", [lambda text: text.encode().decode("latin-1"), _as_windows])
def test_a_page_that_a_cache_encoded_twice_reads_as_it_was_written(twice) -> None:  # type: ignore[no-untyped-def]
    said = "The mayor’s word – “never again” – didn’t hold for a week, says the miller’s wife."
    page = f"<html><head><meta charset='utf-8'><title>{HEADLINE}</title></head><body><article><h1>The river’s rise</h1>"
    whole = f"{page}<p>{said}</p>{PARAGRAPHS}</article></body></html>"
    article = extract_article(twice(whole).encode(), url=URL)
    assert article is not None
    assert article.title == "The river’s rise"
    assert article.text.split("\n")[0] == said
