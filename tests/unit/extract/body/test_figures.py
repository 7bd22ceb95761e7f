"""Figures that hold more than a picture with its caption: quotations, paragraphs, whose words they are."""

import time

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.body.body import Body
from tests.support.bodies import HEADLINE, PARAGRAPHS, TEXT, among, body_of, left_over

SAID = "We have waited for this well for eleven years."
PORTRAIT = '<div class="k1"><img src="/ann.jpg" alt="Ann Ford" width="100" height="100"></div>'
PICTURE = '<img src="/well.jpg" alt="The well" width="900" height="600">'
LONG = "It was dug in the days of the old railway, and nobody has mended it since then. Its walls are cracked."


@pytest.mark.parametrize(
    "figure",
    [
        f"<figure><blockquote><p>{SAID}</p></blockquote><figcaption>Ann Ford, mayor</figcaption></figure>",
        f"<figure><figcaption>Ann Ford, mayor</figcaption><blockquote>{SAID}</blockquote></figure>",
        f"<figure>{PORTRAIT}<div><blockquote>{SAID}</blockquote><figcaption>Ann Ford, mayor</figcaption></div>"
        "</figure>",
        f"<figure>{PICTURE}<blockquote><p>{SAID}</p></blockquote><figcaption>Ann Ford, mayor</figcaption></figure>",
    ],
)
def test_a_quotation_in_a_figure_stays_one_and_says_whose_it_is(figure: str) -> None:
    left = left_over(figure)
    quotation = left[left.index("<blockquote>") :]
    assert SAID in quotation
    assert quotation.endswith("<cite>Ann Ford, mayor</cite></blockquote>")


def test_several_quotations_by_one_person_all_stay() -> None:
    said = [f"Word {n} of the mayor about the well in the square." for n in ("one", "two", "three")]
    figures = "".join(
        f"<p>{text}</p><figure>{PORTRAIT}<blockquote>{words}</blockquote><figcaption>Ann Ford</figcaption></figure>"
        for text, words in zip(TEXT, said, strict=False)
    )
    text = body_of(figures + f"<p>{TEXT[3]}</p>").text
    assert all(words in text for words in said)


def test_a_picture_s_caption_beside_a_quotation_stays_the_picture_s() -> None:
    left = left_over(
        f"<figure>{PICTURE}<figcaption>The well in May</figcaption><blockquote>{SAID}</blockquote></figure>"
    )
    assert "<figcaption>The well in May</figcaption></figure>" in left
    assert f"<blockquote>{SAID}</blockquote>" in left


@pytest.mark.parametrize(
    "beside",
    [f"<p>{LONG}</p>", f"<h3>What it costs</h3><p>{LONG}</p>", f"<ul><li>{LONG}</li><li>Dug: 1911</li></ul>"],
)
def test_text_beside_a_figure_s_caption_is_text(beside: str) -> None:
    left = left_over(f"<figure>{PICTURE}<figcaption>The well in May</figcaption>{beside}</figure>")
    assert "<figcaption>The well in May</figcaption></figure>" in left
    assert LONG in left.partition("</figure>")[2]


@pytest.mark.parametrize(
    "beside",
    [
        '<p class="credit">Photo: Tom Lee / Valley Pictures, with the kind leave of the town and of its museum</p>',
        f'<div class="image-caption"><p>{LONG}</p></div>',
        '<ul class="k1"><li><a href="/a">Rain in the upper valley, in pictures of our readers</a></li></ul>',
        f'<noscript><p>{LONG}</p><img src="/well.jpg"></noscript>',
    ],
)
def test_what_belongs_to_a_picture_is_no_text(beside: str) -> None:
    left = left_over(f"<figure>{PICTURE}<figcaption>The well in May</figcaption>{beside}</figure>")
    assert left.startswith("<figure>")
    assert left.endswith("</figure>")


def _box(name: str) -> str:
    """The text of an article that has a box with such a name below its first long paragraph."""
    box = f'<div class="k2"><h3>The well</h3><div class="{name}">{LONG}</div></div>'
    return body_of(f"<p>{' '.join(TEXT)}</p>{box}<p>So it stands in the book of the town, which nobody reads.</p>").text


@pytest.mark.parametrize("name", ["price-description", "k1 description", "infotext"])
def test_a_description_with_no_picture_beside_it_is_text(name: str) -> None:
    assert LONG in _box(name)


@pytest.mark.parametrize("name", ["image-description", "caption", "k1__figcaption"])
def test_a_caption_whose_picture_went_is_none(name: str) -> None:
    assert LONG not in _box(name)


def test_a_deep_figure_is_read_in_the_time_of_its_length() -> None:
    def seconds(depth: int) -> float:
        figure = f"<figure>{PICTURE}{'<div>' * depth}{'<p>a b</p>' * 3000}{'</div>' * depth}</figure>"
        began = time.process_time()
        left_over(figure)
        return time.process_time() - began

    assert min(seconds(240) for _ in range(3)) < 4 * min(seconds(1) for _ in range(3))


def test_a_figure_of_many_pictures_is_read_in_the_time_of_its_length() -> None:
    def seconds(pictures: int) -> float:
        figure = "".join(f'<img src="/well-{n}.jpg">' for n in range(pictures))
        began = time.process_time()
        left_over(f"<figure>{figure}</figure>")
        return time.process_time() - began

    assert min(seconds(2400) for _ in range(2)) < 10 * min(seconds(600) for _ in range(2))


STEP = "Put the soaked beans into the pot and let them stand overnight."


@pytest.mark.parametrize(
    "steps",
    [
        '<ol><li>Wash it.<img src="/1.jpg" width=640 height=480></li><li>{0}<img src="/2.jpg" width=640></li></ol>',
        '<div class="s1"><i>1 of 2</i><div class="s2">{0}</div><img src="/2.jpg" width=640 height=480></div>',
    ],
)
def test_a_step_above_its_picture_is_no_caption(steps: str) -> None:
    body = among(steps.format(STEP))
    assert STEP in body.text
    assert "<figcaption>" not in body.html


@pytest.mark.parametrize(
    "box", ['<div class="photo"><div>{0}</div>{1}</div>', '<div class="s1">{1}<div class="s2">{0}</div></div>']
)
def test_a_sentence_in_a_picture_s_own_box_or_below_it_is_its_caption(box: str) -> None:
    assert f"<figcaption>{STEP}</figcaption>" in among(box.format(STEP, '<img src="/2.jpg" width=640 height=480>')).html


def test_a_box_that_holds_nearly_all_of_the_text_is_the_text() -> None:
    assert body_of(f'<p>Weather.</p><div class="tab-content infobox">{PARAGRAPHS}</div>').text.endswith("\n".join(TEXT))


def test_a_slide_made_as_a_figure_is_a_part_of_the_text() -> None:
    told = "<p>It was dug in the days of the old railway.</p><p>Nobody has mended it since.</p>"
    slide = f"<figure><h2>2. The upper well</h2><div>{PICTURE}</div><figcaption>{told}</figcaption></figure>"
    body = among(slide)
    assert "2. The upper well\nIt was dug in the days of the old railway.\nNobody has mended it since." in body.text
    assert [image.url for image in body.images] == ["https://www.valleypost.example/well.jpg"]


def test_a_picture_with_a_title_and_one_line_stays_a_picture() -> None:
    figure = (
        f"<figure>{PICTURE}<h4>The upper well</h4><figcaption><p>It was dug in the old days.</p></figcaption></figure>"
    )
    assert "upper well" not in among(figure).text


@pytest.mark.parametrize(
    ("caption", "kept"),
    [
        ("The well at noon<span>Photo: Ann Ford</span>", "The well at noon"),
        ('The well at noon<a href="#f1" title="Link to this picture">¶</a>', "The well at noon"),
        ("The well in W<span>a</span>ter Lane", "The well in Water Lane"),
    ],
)
def test_a_caption_is_read_as_it_looks(caption: str, kept: str) -> None:
    body = among(f"<figure>{PICTURE}<figcaption>{caption}</figcaption></figure>").html
    said = body.partition("<figcaption>")[2].partition("</figcaption>")[0]
    assert said.partition(" <small")[0] == kept or said == kept + " Photo: Ann Ford"


def test_a_credit_in_a_caption_of_its_own_is_told_apart() -> None:
    captions = "<figcaption>The well at noon</figcaption><figcaption itemprop='author'>Ann Ford</figcaption>"
    body = among(f"<figure>{PICTURE}{captions}</figure>").html
    assert '<figcaption>The well at noon <small class="credit">Ann Ford</small></figcaption>' in body
    page = f"<h1>{HEADLINE}</h1><div><figure>{PICTURE}</figure><div>{captions}</div></div>{PARAGRAPHS}"
    article = read_page(f"<article>{page}</article>".encode(), "https://post.example/well").article
    assert article is not None
    assert (article.image_caption, article.image_credit) == ("The well at noon", "Ann Ford")


def test_an_editor_that_makes_each_block_a_figure_is_read() -> None:
    blocks = "".join(f"<figure><div><div><p>{text}</p></div></div></figure>" for text in TEXT)
    body = body_of(f"{blocks}<figure><div><h2>The well</h2></div></figure><figure><div><p>{SAID}</p></div></figure>")
    assert body.text.split("\n") == [*TEXT, "The well", SAID]


def test_a_credit_in_an_attribute_of_the_picture_stays_with_its_caption() -> None:
    picture = PICTURE.replace("<img", '<img data-caption="The well at noon" data-credit="Ann Ford"')
    body = among(f"<figure>{picture}</figure>").html
    assert "<figcaption>The well at noon" in body
    assert "Ann Ford" in body


def test_columns_in_a_table_of_one_row_are_text_and_a_picture() -> None:
    text = f'<td><div class="paragraph">{LONG}</div></td>'
    table = f"<table><tr>{text}<td><div>{PICTURE}<div>The well at noon</div></div></td></tr></table>"
    body = among(table).html
    assert f"<p>{LONG}</p>" in body
    assert "<figcaption>The well at noon</figcaption>" in body
    assert "<td>3 May</td>" in among("<table><tr><td>3 May</td><td><div>rain</div></td></tr></table>").html


def test_the_caption_for_the_window_is_a_figure_s_own_and_not_the_labels_of_its_buttons() -> None:
    link = '<a href="/big.jpg" data-caption="The well at noon. (Photo: Odd Gull)"><img src="/well.jpg" width=600></a>'
    buttons = "<div class=actions><ul><li data-id=7>Picture details</li><li>Download</li></ul></div>"
    html = among(f"<figure><div class=item>{link}</div>{buttons}</figure>").html
    assert "<figcaption>The well at noon.</figcaption>" in html and "Download" not in html
    said = among(f"<figure>{link}<figcaption>The well in the evening</figcaption></figure>").html
    assert "<figcaption>The well in the evening</figcaption>" in said


# ---- a picture and text in one box -------------------------------------------------------------------------------
MENDED = f"{LONG} The council has put the work off from one year to the next."


def _in_boxes(inside: str) -> Body:
    """The body of a page without a <p>, with `inside` in the midst of its text."""
    first, *others = (f"<div>{text}</div>" for text in TEXT)
    return body_of(f"{first}{inside}{''.join(others)}")


@pytest.mark.parametrize(
    "said",
    [
        MENDED,
        "老井在旧铁路的年代就已经挖好，从那以后再也没有人去修过它。井壁已经裂开，每逢大雨就有石头掉下去，镇上的人都绕着走。"
        "今年春天镇议会终于决定拨款修井，工程由本地的石匠来做。修好之前要先把井里的水全部抽干，然后把旧石头一块一块地编号取出来，"
        "最后再按原来的样子砌回去。",
    ],
)
def test_several_sentences_in_a_box_with_a_picture_are_text(said: str) -> None:
    body = _in_boxes(f"<div>{PICTURE}<div>{said}</div></div>")
    assert said in body.text and "<figcaption>" not in body.html


@pytest.mark.parametrize(
    "said",
    ["The well in the market square, in May.", f"{MENDED} Photo: Ann Ford / Valley Post", f"Figure 2: {MENDED}"],
)
def test_one_sentence_a_credit_and_what_a_figure_is_labelled_with_are_captions(said: str) -> None:
    body = _in_boxes(f"<div>{PICTURE}<div>{said}</div></div>")
    assert "<figcaption>" in body.html and said[:30] not in body.text


@pytest.mark.parametrize("name", ["caption", "wp-caption", "figure"])
def test_what_is_called_a_caption_may_have_several_sentences(name: str) -> None:
    body = _in_boxes(f'<div class="{name}">{PICTURE}<div>{MENDED}</div></div>')
    assert "<figcaption>" in body.html and LONG not in body.text
