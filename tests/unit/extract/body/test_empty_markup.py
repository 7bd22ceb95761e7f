"""What says nothing goes: markup around blanks, links whose picture went, lines left open at the edges of a block."""

import pytest

from tests.support.bodies import left_over

WEIR = '<img src="https://www.valleypost.example/weir.jpg" alt="">'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>The weir<em> </em>held.</p>", "<p>The weir held.</p>"),
        ("<p>The weir <b><i>\n </i></b>held.</p>", "<p>The weir \n held.</p>"),
        ("<p>The weir held all night.<strong>\xa0</strong></p>", "<p>The weir held all night.</p>"),
        ("<p>The weir held.<br><strong> </strong></p>", "<p>The weir held.</p>"),
        ("<h3><br>The weir at night<br></h3><p>It held.</p>", "<h3>The weir at night</h3>\n<p>It held.</p>"),
        (
            '<table><tr><td>Weir <a href="/rss"><img src="/i/rss.png" width="16" height="16"></a></td><td>2 m</td></tr>'
            "<tr><td>Gate</td><td>1 m</td></tr></table>",
            "<table><tr><td>Weir </td><td>2 m</td></tr><tr><td>Gate</td><td>1 m</td></tr></table>",
        ),
        (
            "<ul><li>The weir<br><br></li><li><p></p>The gate</li><li><p>The bridge<br></p></li></ul>",
            "<ul><li>The weir</li><li>The gate</li><li><p>The bridge</p></li></ul>",
        ),
        (
            "<blockquote><p> </p><p>The weir held.</p><br></blockquote>",
            "<blockquote> <p>The weir held.</p></blockquote>",
        ),
        (
            '<figure><img src="/weir.jpg"><figcaption><a href="/weir.html"><img src="/i/pin.svg"></a>The weir<em> </em>'
            "</figcaption></figure>",
            f"<figure>{WEIR}<figcaption>The weir</figcaption></figure>",
        ),
    ],
)  # fmt: skip
def test_markup_around_nothing_goes(inside: str, expected: str) -> None:
    assert left_over(inside) == expected


@pytest.mark.parametrize(
    "inside",
    [
        "<table><tr><td>Weir</td><td></td><td>2 m</td></tr><tr><td>Gate</td><td>closed</td><td></td></tr></table>",
        "<blockquote><p>It held.<br>All night.</p></blockquote>",
        "<pre><code>weir\n\n\n  gate</code></pre>",
    ],
)
def test_blanks_that_mean_something_stay(inside: str) -> None:
    assert left_over(inside) == inside
