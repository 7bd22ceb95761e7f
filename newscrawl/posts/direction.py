"""In which direction a language is written: a post may stand in a site that is written in the other one."""

# ISO 639 codes of the languages that CLDR has from right to left, with the old ones of Hebrew and Yiddish.
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ji ks lrc mzn nqo ps sd syr ug ur yi".split())
_SCRIPTS = frozenset("arab adlm hebr mand nkoo rohg samr syrc thaa".split())


def right_to_left(language: str) -> bool:
    """Whether a BCP 47 tag names what is written from right to left; the script in a tag counts more than the language.

    >>> right_to_left("ar-QA"), right_to_left("ar-Latn"), right_to_left("ku-Arab"), right_to_left("")
    (True, False, True, False)
    """
    first, *rest = language.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in _SCRIPTS if script else first in _RIGHT_TO_LEFT
