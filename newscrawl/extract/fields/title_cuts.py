"""Where a title is cut: the signs that stand between a headline, its kicker, the section and the site's name."""

import re

_BLANKS = r"(?<!\s)\s++"  # from their first one on, so that many of them are looked at once

SEPARATOR = re.compile(
    rf"{_BLANKS}[|\-\u2013\u2014·•»‹›«:/]++\s++|(?:{_BLANKS})?+[|｜：»]\s*+|{_BLANKS}[\-\u2013\u2014]\s*+"
)
"""What stands between a headline and the site's name."""

KICKER = re.compile(rf"(?:{_BLANKS})?+[:|»]\s++|{_BLANKS}[-\u2013\u2014•·]\s++")
"""What stands behind a kicker, or behind the site's name before a headline."""

TITLE_PARTS = re.compile(rf"{_BLANKS}(?:::|[|‹›«»:\u2013\u2014-])\s++|_")
"""What parts of <title> are set apart by, an underscore on Chinese pages among them."""

KICKER_SHARE = 0.4
"""A kicker is the shorter part of its headline: below this it is the rest that is cut off."""

NAME_LENGTH = 25
"""Characters. A site's name as <h1> is shorter, a headline longer."""
