"""The files of `languages/`: what newsrooms write, a language each, with every key of `KEYS` or the word "none".

Phrases stand there in lower case; what stands between two slashes is a regular expression. How they are asked:

- a short block begins so: read_more, plea, source_lines, tags; a line below a teaser: members_only
- a whole line or label says so: advertisement, next_page, home, comments, share
- behind a number of comments: comments_counted, then comments_on before the headline; before it: comments_before_count
- what the heading of the form for comments ends in ("Leave a reply Cancel reply"): comments_form_ends
- behind a name: comment_says
- it stands anywhere in a short text: wall, commission, newsletter and sign_up (both of them), updated, not_found,
  consent_title, consent, login, challenge; in a button's label: accept; in a sentence of a page that shows no
  article: notice
- words of a byline: by, by_label (before a colon), before_name (cut off before a name), written (before "by"), and,
  behind_name, roles, organisations, no_names
- words around a date: published, updated, on, reading_time; what a label calls it that says no more: date
- labels before a colon: credit, caption_credit (in a caption alone), source (below the text)
"""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

KEYS = (
    "read_more", "plea", "advertisement", "newsletter", "sign_up", "wall", "commission", "by", "by_label",
    "before_name", "written", "and", "behind_name", "roles", "organisations", "no_names", "published", "updated", "on",
    "date", "reading_time", "credit", "caption_credit", "source", "source_lines", "next_page", "home", "not_found",
    "consent_title", "consent", "accept", "login", "challenge", "members_only", "notice", "tags", "comments",
    "comments_counted", "comments_on", "comments_before_count", "comments_form_ends", "comment_says", "share",
)  # fmt: skip

_FOLDER = Path(__file__).with_name("languages")
LANGUAGES = frozenset(path.stem for path in _FOLDER.glob("*.toml"))

_SAME = {
    "no": "nb", "nn": "nb", "hr": "bs", "sr": "bs", "sh": "bs", "cnr": "bs", "iw": "he", "in": "id", "yue": "zh",
    "fil": "tl",
}  # fmt: skip
"""Language codes whose phrases stand in another's file."""


@lru_cache(maxsize=64)
def table(language: str) -> dict[str, tuple[str, ...]]:
    """A language's file: key -> its phrases, none where the file says so."""
    read = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {key: () if read[key] == "none" else tuple(read[key]) for key in KEYS}


def known(claimed: Iterable[str]) -> frozenset[str]:
    """The languages with a file among those that a page claims (primary subtags)."""
    return LANGUAGES.intersection(_SAME.get(language, language) for language in claimed)
