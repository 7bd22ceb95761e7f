"""Listings of code are kept as they are read: all their words, none of the numbers beside them, each a <pre>."""

import pytest

from tests.support.bodies import among

CELLS = [
    '<td class="gutter"><pre><span>1</span><br><span>2</span><br></pre></td><td><pre>{}</pre></td>',
    '<td class="lntd"><pre><code><span>1\n</span><span>2\n</span></code></pre></td><td><pre>{}</pre></td>',
    "<td><div><pre>1\n2</pre></div></td><td><div><pre>{}</pre></div></td>",
]
CODE = 'lock = open(gate)  <span class="comment"># of the weir</span><br>print(lock)'
SAID = "lock = open(gate)  # of the weir\nprint(lock)"


@pytest.mark.parametrize("cells", CELLS)
def test_a_listing_with_numbered_lines_is_code_and_no_table(cells: str) -> None:
    article = among(f"<figure><table><tr>{cells.format(CODE)}</tr></table></figure>")
    assert f"<pre>{SAID}</pre>" in article.html
    assert "<table" not in article.html
    assert SAID in article.text


@pytest.mark.parametrize("around", ["<ul><li>{}</li></ul>", "<blockquote>{}</blockquote>"])
def test_code_within_a_list_or_quotation_keeps_its_remarks_and_lines(around: str) -> None:
    body = among(around.format(f"<p>Open it:</p><pre><code>{CODE}</code></pre><p>Then shut it.</p>")).html
    assert f"<pre>{SAID}</pre><p>Then shut it.</p>" in "".join(body.split("\n\n")).replace("<code>", "").replace(
        "</code>", ""
    )


def test_a_table_of_numbers_beside_code_in_several_rows_stays_a_table() -> None:
    rows = "".join(f"<tr><td>{n}</td><td><pre>gate {n}</pre></td></tr>" for n in (1, 2))
    body = among(f"<table>{rows}</table>").html
    assert "<td>1</td><td><pre>gate 1</pre></td>" in body


@pytest.mark.parametrize("name", ["linenos", "lineno", "ln", "line-number"])
def test_numbers_within_the_lines_of_a_listing_go(name: str) -> None:
    numbered = (f'<span class="{name}">{n}</span><b>{line}</b>' for n, line in enumerate(SAID.split("\n")))
    body = among("<pre>{}</pre>".format("\n".join(numbered))).html
    assert f"<pre>{SAID}</pre>" in body.replace("<b>", "").replace("</b>", "")


def test_commands_for_several_systems_that_show_in_turn_stay() -> None:
    tabs = "".join(f'<input type="radio" name="g" id="t{n}"><label for="t{n}">{s}</label>' for n, s in enumerate("ab"))
    code = "".join(f"<div><button>Copy</button><pre><code>{c} add gates</code></pre></div>" for c in ("npm", "pnpm"))
    body = among(f'<div class="code-group"><div class="tabs">{tabs}</div><div class="blocks">{code}</div></div>').html
    assert "npm add gates" in body
    assert "pnpm add gates" in body


def test_a_form_with_choices_beside_no_code_goes() -> None:
    choices = "".join(f'<input type="radio" name="g" id="t{n}"><label for="t{n}">Gate {n}</label>' for n in "ab")
    assert "Gate" not in among(f"<div><p>Which gate leaks?</p>{choices}</div>").html


@pytest.mark.parametrize(
    "listing",
    [
        "<pre><code><div><b>open(gate)</b></div><div class=row>  wait(5)</div><div>shut(gate)</div></code></pre>",
        "<pre class=pretty><ol><li>open(gate)</li><li>  wait(5)</li><li>shut(gate)</li></ol></pre>",
        "<pre><code><table><tr><td></td><td>open(gate)</td></tr><tr><td></td><td>  wait(5)</td></tr>"
        "<tr><td></td><td>shut(gate)</td></tr></table></code></pre>",
        "<pre><div>open(gate)</div>\n<div>  wait(5)</div>\n<div>shut(gate)</div></pre>",
    ],
)
@pytest.mark.parametrize("around", ["{}", "<ul><li>{}</li></ul>"])
def test_lines_of_code_in_boxes_of_their_own_stay_lines(listing: str, around: str) -> None:
    body = among(around.format(listing)).html
    for tag in ("code", "b"):
        body = body.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert "<pre>open(gate)\n  wait(5)\nshut(gate)</pre>" in body


@pytest.mark.parametrize("name", ["lineNumber", "x-line-number-4", "hl_linenum"])
def test_numbers_are_known_by_part_of_a_name(name: str) -> None:
    assert "<pre>open(gate)</pre>" in among(f'<pre><span class="{name}">1</span>open(gate)</pre>').html


def test_what_a_listing_says_of_its_language_is_none_of_its_code() -> None:
    label = '<pre class="p-4 language-nix"><span class="tag">Nix</span>\n<code>open gate</code></pre>'
    assert "Nix" not in among(label).html
    assert "npm" in among(label.replace("Nix", "npm")).html
    assert "Nix" in among(label.replace("<code>", "").replace("</code>", "")).html


def test_cells_of_a_table_in_a_listing_do_not_run_together() -> None:
    rows = "".join(f"<tr><td>gate {n}</td><td><div>shut</div></td></tr>" for n in (1, 2))
    columns = '<colgroup> <col width="1"> <col width="2"> </colgroup>'
    body = among(f"<pre><b><table> {columns}{rows}</table></b></pre>").html
    assert "gate 1\tshut\ngate 2\tshut" in body


@pytest.mark.parametrize("figure", ["{1}<figcaption>{0}</figcaption>", "<figcaption>{0}</figcaption><div>{1}</div>"])
def test_what_a_listing_is_stays_beside_it(figure: str) -> None:
    article = among(f"<figure>{figure.format('The answer of the gate', f'<pre><code>{CODE}</code></pre>')}</figure>")
    assert "The answer of the gate" in article.text.split("\n")
