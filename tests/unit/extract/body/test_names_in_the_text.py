"""What an element is called does not take words out of sentences, tables or code, nor what chance spelt."""

import pytest

from newscrawl import extract_article
from tests.support.bodies import among

BEFORE, AFTER = "The wall at the quay was built of ", " by masons from the upper villages in three summers."


@pytest.mark.parametrize("name", ["tag", "related-link", "tooltip", "author", "date", "ad", "share", "st_tag", "meta"])
@pytest.mark.parametrize("tag", ["a href='/t'", "span", "strong", "abbr"])
def test_an_inline_element_in_a_sentence_stays_whatever_it_is_called(name: str, tag: str) -> None:
    end = tag.split()[0]
    body = among(f'<p>{BEFORE}<{tag} class="{name}">granite</{end}>{AFTER}</p>')
    assert f"{BEFORE}granite{AFTER}" in body.text
    begins = among(f'<p><{tag} class="{name}">Granite</{end}> was what the masons of the upper villages built of.</p>')
    assert "Granite was what the masons" in begins.text
    ends = among(f'<p>The masons of the upper villages had it: {BEFORE}<{tag} class="{name}">it</{end}>.</p>')
    assert f"{BEFORE}it." in ends.text


def test_a_word_of_a_short_sentence_in_chinese_stays() -> None:
    assert "这座大桥很长。" in among('<p>这座<span class="ad">大桥</span>很长。</p>').text
    assert "他说：天气不好。" in among('<p>他说：<a class="tag" href="/t">天气</a>不好。</p>').text


def test_how_a_word_is_read_stays_out_of_its_sentence() -> None:
    read = "子どもを<ruby>守<rt>まも</rt></ruby>るための<ruby>法律<rt>ほうりつ</rt></ruby>ができた。"
    assert "子どもを守るための法律ができた。" in among(f"<p>{read}</p>").text


def test_a_link_between_stressed_words_is_part_of_their_sentence() -> None:
    words = ("The first wall that was built at the ", "quay", " fell down in the storm of the second winter.")
    before, said, after = (f"<strong>{part}</strong>" for part in words)
    said = f'{before}<a class="tag" href="/q">{said}</a>{after}'
    assert "".join(words) in among(f"<p>{said}</p>").text
    ends = f'{before}<a class="tag" href="/q">quay</a><strong>.</strong>'
    assert f"{words[0]}quay." in among(f"<p>{ends}</p>").text


def test_a_button_that_is_a_word_of_a_sentence_is_one() -> None:
    button = '<button type="button" class="term">granite</button>'
    assert f"{BEFORE}granite{AFTER}" in among(f"<p>{BEFORE}{button}{AFTER}</p>").text
    assert "granite" not in among(f"<p>{BEFORE}stone. {button}</p>").text


def test_what_is_hidden_in_a_sentence_stays_out() -> None:
    text = among(f'<p>{BEFORE}<span class="sr-only">opens a window</span>granite{AFTER}</p>').text
    assert "opens a window" not in text


@pytest.mark.parametrize("tag", ["nobr", "ahref", "x-term", "output", "o:p", "ad-term", "a-popover class='related'"])
def test_what_no_standard_knows_is_part_of_its_line(tag: str) -> None:
    assert f"{BEFORE}granite{AFTER}" in among(f"<p>{BEFORE}<{tag}>granite</{tag.split()[0]}>{AFTER}</p>").text


def test_formulas_keep_their_text() -> None:
    math = "<math><mi>E</mi><mo>=</mo><mi>m</mi><annotation encoding='application/x-tex'>E=m</annotation></math>"
    text = among(f"<p>{BEFORE}{math}{AFTER}</p>").text
    assert f"{BEFORE}E=m{AFTER}" in text and text.count("E=m") == 1


def test_rows_of_a_table_and_marks_in_code_stay() -> None:
    rows = "".join(f'<tr class="player-{n} ad"><td>Skipper {n}</td><td class="share">{n}</td></tr>' for n in range(4))
    assert "Skipper 3" in among(f"<table><tr><th>Skipper</th><th>Points</th></tr>{rows}</table>").text
    code = '<div class="code-toolbar"><pre><code><span class="hljs-comment"># why</span> port: 80</code></pre></div>'
    assert "# why port: 80" in among(code).text


def test_questions_of_an_accordion_are_headings() -> None:
    html = '<h3 class="accordion-header"><button aria-expanded="false">Who pays for the wall?</button></h3>'
    assert "Who pays for the wall?" in among(f"{html}<p>The fund pays for it, said the clerk on Monday.</p>").text


def test_a_wall_at_the_end_goes_with_all_that_it_promises() -> None:
    wall = "<p>この記事は会員限定です。</p><ul><li>記事が読み放題</li></ul><p>よくある質問</p>"
    said = "月の会議で、町は新しい防波堤を造ることを決め、工事は春に始まると町長が述べた。"
    text = "".join(f"<p>{n}{said}</p>" for n in range(1, 9))

    page = f"<html lang=ja><h1>町は防波堤を造る</h1><article>{text}{wall}</article></html>"
    article = extract_article(page.encode(), "https://example.com/2026/a")
    assert article and "会員限定" not in article.text and "読み放題" not in article.text and "8月の会議" in article.text
