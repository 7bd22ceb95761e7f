"""How long a name and a line may be. A name of a million characters is none, and such a line says nothing at its end.

`Article` and `Link` ask here, and through them comes every text of a page, feed or sitemap but the body.
"""

from typing import Any

LONGEST_NAME = 300
"""Characters. Long names of institutions have 150."""

LONGEST_LINE = 5_000
"""Characters of a headline, a caption or a summary; few have more than 1,000."""

MOST_NAMES = 500
"""Tags of one article; a few publishers list 100."""


def bound(record: Any, names: tuple[str, ...], lines: tuple[str, ...], lists: tuple[str, ...]) -> None:
    """Bound the fields of a frozen record that are a name, a line or a list of names."""
    for field in names:
        if len(getattr(record, field)) > LONGEST_NAME:
            object.__setattr__(record, field, "")
    for field in lines:
        if len(line := getattr(record, field)) > LONGEST_LINE:
            object.__setattr__(record, field, line[:LONGEST_LINE].rstrip())
    for field in lists:
        listed = getattr(record, field)
        if len(listed) > MOST_NAMES or max(map(len, listed), default=0) > LONGEST_NAME:
            object.__setattr__(record, field, [name for name in listed if len(name) <= LONGEST_NAME][:MOST_NAMES])
