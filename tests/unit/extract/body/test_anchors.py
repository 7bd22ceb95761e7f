"""Links within an article lead to places in it: to footnotes and back, to its subheads."""

import re

import pytest

from newscrawl.clean.body import clean_body
from tests.support.bodies import PARAGRAPHS, URL, among, body_of

NOTE = "The well was dug in 1911, says the book of the town."
FORMS = {
    "kramdown": (
        '<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup>',
        f'<div class="footnotes"><ol><li id="fn:1"><p>{NOTE} <a href="#fnref:1" class="reversefootnote">↩</a></p></li>'
        "</ol></div>",
    ),
    "Pandoc": (
        '<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>',
        f'<section class="footnotes"><ol><li id="fn1"><p>{NOTE}<a href="#fnref1">↩</a></p></li></ol></section>',
    ),
    "WordPress": (
        '<sup data-fn="a1b2" class="fn"><a href="#a1b2" id="a1b2-link">1</a></sup>',
        f'<ol class="wp-block-footnotes"><li id="a1b2">{NOTE} <a href="#a1b2-link">↩︎</a></li></ol>',
    ),
    "whole addresses": (
        f'<sup id="ref-1"><a href="{URL}#note-1">1</a></sup>',
        f'<ol><li id="note-1">{NOTE} <a href="{URL}#ref-1">back</a></li></ol>',
    ),
    "Word": (
        '<a href="#_ftn1" name="_ftnref1">[1]</a>',
        f'<p><a href="#_ftnref1" name="_ftn1">[1]</a> {NOTE}</p>',
    ),
}


def _targets(html: str) -> tuple[list[str], list[str]]:
    return re.findall(r'href="#([^"]+)"', html), re.findall(r' id="([^"]+)"', html)


@pytest.mark.parametrize("form", FORMS)
def test_footnotes_and_their_marks_lead_to_each_other_in_body_and_post(form: str) -> None:
    mark, notes = FORMS[form]
    said = f"<p>Nobody remembers who dug it,{mark} says the mayor, and few have asked since then.</p>"
    body = body_of(said + PARAGRAPHS + notes).html
    for html in (body, clean_body(body, URL)):
        links, ids = _targets(html)
        assert len(links) == 2
        assert set(links) == set(ids)


def test_a_link_to_a_subhead_stays_within_the_article() -> None:
    html = among(
        '<p>More of it <a href="#price">below</a>.</p><h2 id="price">What it costs</h2><p>Twelve million.</p>'
    ).html
    assert '<a href="#price">below</a>' in html
    assert '<h2 id="price">What it costs</h2>' in html


def test_ids_that_no_link_leads_to_are_dropped_and_links_to_what_is_not_there_lead_to_the_page() -> None:
    html = among(
        '<h2 id="price">What it costs</h2><p>Twelve million, as <a href="#table-3">the table</a> says.</p>'
    ).html
    assert " id=" not in html
    assert f'<a href="{URL}#table-3">' in html


def test_addresses_in_the_text_stay_and_an_id_stands_once() -> None:
    code = f"<pre><code>type href=&quot;{URL}#price&quot; here</code></pre>"
    heads = '<h2 id="price">What it costs</h2><p>Twelve million.</p><h2 id="price">What it cost before</h2><p>Nine.</p>'
    html = among(f'<p>More of it <a href="#price">below</a>; type href="{URL}#price" here.</p>{code}{heads}').html
    assert html.count(f"{URL}#price") == 2
    assert html.count(' id="price"') == 1
