"""In which direction a language is written: a post may stand in a site that is written in the other one."""

import re

# ISO 639 codes of the languages that CLDR has from right to left, with the old ones of Hebrew and Yiddish.
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ji ks lrc mzn nqo ps sd syr ug ur yi".split())
_SCRIPTS = frozenset("arab adlm hebr mand nkoo rohg samr syrc thaa".split())


_LETTERS_RIGHT_TO_LEFT = re.compile("[\u05d0-\u08ff\ufb1d-\ufdfb\ufe70-\ufefc]")
_LETTERS = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"<[^<>]*+>")
# Enough to tell a page's script; the whole of a long body would only cost time.
_READ = 4_000


def read_from_the_right(html: str) -> bool:
    """Whether most letters of a clean body are of a script that runs from right to left."""
    text = _TAG.sub("", html[:_READ])
    return 2 * len(_LETTERS_RIGHT_TO_LEFT.findall(text)) > len(_LETTERS.findall(text))


def right_to_left(language: str) -> bool:
    """Whether a BCP 47 tag names what is written from right to left; the script in a tag counts more than the language.

    >>> right_to_left("ar-QA"), right_to_left("ar-Latn"), right_to_left("ku-Arab"), right_to_left("")
    (True, False, True, False)
    """
    first, *rest = language.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in _SCRIPTS if script else first in _RIGHT_TO_LEFT
