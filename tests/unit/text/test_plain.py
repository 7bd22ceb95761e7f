"""Short texts that may be HTML, as one line."""

import pytest

from newscrawl.text.plain import plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("R&uuml;ckbau &amp;quot;x&amp;quot;", 'Rückbau "x"'),
        ("a <b>b</b>\n c", "a b c"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        (
            "How the &lt;video&gt; tag &amp;lt;b&amp;gt;changed&amp;lt;/b&amp;gt; the web",
            "How the <video> tag changed the web",
        ),
        ("AT&T writes &amp; for &quot;and&quot;", "AT&T writes &amp; for &quot;and&quot;"),
        ("Johnson & Johnson&#8217;s caf&eacute;", "Johnson & Johnson’s café"),
        ("soft\xadhyphen\u200b", "softhyphen"),
    ],
)
def test_markup_and_entities_go_and_what_a_text_is_about_stays(value: str, expected: str) -> None:
    assert plain(value) == expected
