"""What stands between a headline and the text: key points, names, stressed lines."""

import pytest

from newscrawl.extract import extract_article

TEXT = [
    "The valley sold a tenth more cider abroad last year, as the growers said on Tuesday, and most of it by ship.",
    "“We have no bottles left”, said Mara Lind, who runs the press at the mill and has built a second one.",
    "The growers think that a seal of their own will bring them two more million bottles within three years.",
]
POINTS = ["The presses sold eleven million bottles abroad", "Growers ask for one name for all of it"]


def read(below: str, *, text: str = "") -> list[str]:
    """The lines of an article with something below its headline; `text`: in the place of its paragraphs."""
    inside = text or "".join(f"<p>{line}</p>" for line in TEXT)
    html = (
        "<html lang=en><head><title>Cider sells as never before</title><meta name=author content='Nell Brand'></head>"
        f"<body><article><h1>Cider sells as never before</h1>{below}<div class=x>{inside}</div></article></body></html>"
    )
    article = extract_article(html, "https://www.valleypost.example/cider")
    return article.text.split("\n") if article else []


@pytest.mark.parametrize(
    "line",
    [
        "<div><span>Nell Brand</span><time>5 May 2026</time></div>",
        "<p>Nell Brand</p><p>5 May 2026</p>",
        "<p>By Nell Brand</p><img src=/a.jpg width=900 height=600><div class=ft>A press in the mill. TOM ROE</div>",
    ],
)
def test_points_stay_and_who_and_when_below_them_go(line: str) -> None:
    points = "".join(f"<li>{point}</li>" for point in POINTS)
    assert read(f"<ul>{points}</ul>{line}") == POINTS + TEXT


@pytest.mark.parametrize("name", ["Nell Brand", "Nell Brand, Lower Mill", "Nell Brand | Reporter"])
def test_a_name_below_the_introduction_is_the_author_s(name: str) -> None:
    summary = "Growers sell more than they can press, and want one name for all that is made of the valley's apples."
    assert read(f"<p>{summary}</p><p>{name}</p>") == [summary, *TEXT]


def test_the_author_s_name_below_the_text_goes() -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    assert read("", text=f"{text}<p><strong>Nell Brand</strong></p>") == TEXT
    assert read("", text=f"{text}<p>“Nell Brand saw it.”</p>") == [*TEXT, "“Nell Brand saw it.”"]


def test_a_sentence_that_begins_with_the_author_s_name_stays() -> None:
    summary = "Growers sell more than they can press, and want one name for all that is made of the valley's apples."
    assert "Nell Brand was there." in read(
        f"<p>{summary}</p>", text=f"<p>Nell Brand was there.</p><p>{TEXT[0]}</p>" * 2
    )


@pytest.mark.parametrize(
    "stops", [["10.30 am", "12.00", "3.15 pm"], ["What is new now", "What it costs you", "Who is for it"]]
)
def test_a_stressed_first_line_stays_where_others_follow(stops: list[str]) -> None:
    text = "".join(f"<p><strong>{stop}</strong></p><p>{line}</p>" for stop, line in zip(stops, TEXT, strict=True))
    assert read("", text=text) == [line for pair in zip(stops, TEXT, strict=True) for line in pair]


def test_a_stressed_name_goes_where_subheads_follow() -> None:
    stops = ["Mara Lind", "What it costs you", "Who is for it"]
    text = "".join(f"<p><strong>{stop}</strong></p><p>{line}</p>" for stop, line in zip(stops, TEXT, strict=True))
    assert "Mara Lind" not in read("", text=text)


def test_points_of_few_signs_stand_above_a_text_in_another_box() -> None:
    items = "<li>築90年の倉庫を市が改修</li><li>蔵書は12万冊、夜9時まで開く</li>"
    points = f"<div class=pt><p>この記事のポイント</p><ul>{items}</ul></div>"
    lines = ["港に立つ築90年のれんが倉庫が、市立図書館として生まれ変わる。市は7日、6月1日に開館すると発表した。"] * 2
    text = "".join(f"<p>{line}{n}階の窓辺に80席を置いた。</p>" for n, line in enumerate(lines))
    page = (
        f"<html lang=ja><body><main><h1>港の倉庫、図書館に</h1>{points}<div class=b>{text}</div></main></body></html>"
    )
    article = extract_article(page, "https://www.minato.example/a/1")
    assert article is not None
    assert article.text.startswith("この記事のポイント\n築90年の倉庫を市が改修\n蔵書は12万冊")


def test_a_list_that_is_called_highlights_sums_the_text_up_below_the_byline() -> None:
    points = "".join(f"<li>{point}</li>" for point in POINTS)
    page = f"<div><p class=by>By Nell Brand, 5 May 2026</p><ul class=highlights>{points}</ul></div>"
    assert read(page) == POINTS + TEXT


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Plant will press sixty thousand tonnes of apples a year", True),
        ("By our reporter Nell Brand at the mill in Lower Valley", False),
        ("Lower Valley, 5 May 2026, a Tuesday, at ten in the day", False),
    ],
)
def test_a_line_without_a_full_stop_above_the_text_may_be_its_summary(line: str, stays: bool) -> None:
    text = f"<p><i>{line}</i></p>" + "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    assert (line in read("", text=text)) == stays
