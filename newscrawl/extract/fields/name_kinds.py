"""Kinds of names: what is a person's name, what an organisation's, what a role."""

import re
from functools import lru_cache

from newscrawl.extract.vocabulary.agencies import AGENCIES
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.text.scripts import IN_CJK

_DOMAIN = re.compile(r"\w\.(?:com?|org|net|de|at|ch|fr|es|it|tv|info|uk|ru|jp|cn|tr|eu)\b", re.I)

_ELIDED = re.compile(r"^(?:d|l|dell|dall)['’](?=\w)")

# A label's end, and words that stand in sentences and in no name: "Pin for Later".
_NO_PERSON = re.compile(
    r"[:：●]|(?<!\w)(?:the|that|was|for|with|this|have|are|not|which|been|from|und|mit|auf|für|nicht|eine|auch|zum|"
    r"pour|dans|avec|para|como)(?!\w)",
    re.I,
)

_PARTICLES = frozenset(
    "de da do dos das del della di du d la le van von den der ter ten zu zur bin ibn al el y e".split()
)

# Words of a name that stands alone; more are a heading.
WORDS_ALONE = 3

# A full name of four parts with particles fits; a sentence does not.
MOST_WORDS, MOST_LETTERS = 6, 60

_ALSO_NAMES = frozenset("ansa guest head leiter min minh more page read reader sid share sommer yazar".split())
"""Words of roles, agencies and buttons that are people's names as well."""


def with_also_names(name: str) -> str:
    """A name of some words in which one that is a person's name as well means no more: "Jonas Head"."""
    words = name.split()
    if not 2 <= len(words) <= 4 or not all(word[:1].isupper() and word != "The" for word in words):
        return name
    masked = ["Xxxx" if w.lower().split("-")[0] in _ALSO_NAMES and not w.isupper() else w for w in words]
    return " ".join(masked) if masked.count("Xxxx") == 1 else name


_ADDRESSED = re.compile(r"(?:Mr|Mrs|Ms)\.? [\w’'-]+")
"""How a text speaks of somebody whose name stands elsewhere: "Ms. Doe is a novelist"."""


@lru_cache(maxsize=1024)
def is_person(name: str) -> bool:
    """Whether a name is in all likelihood a person's: two words or more with capitals, or few letters in Asia's."""
    name = with_also_names(name)
    if is_organisation(name) or is_role(name) or _has_initials(name):
        return False
    if _NO_PERSON.search(name) or _ADDRESSED.fullmatch(name):
        return False
    if IN_CJK.search(name):
        return 2 <= len(name.replace(" ", "")) <= 12
    *first, last = name.split() or [""]  # a particle has another word behind it, and no point: "D."
    words = [*(w for w in first if w.lower().strip("'’") not in _PARTICLES), *([last] if len(last) > 1 else [])]
    cased = [w for w in words if not _ELIDED.sub("", w)[0].islower()]  # scripts without cases are never lower
    return 2 <= len(words) <= MOST_WORDS and len(cased) == len(words) and max(map(len, words)) > 1


def _has_initials(name: str) -> bool:
    """Whether a name holds a company's or party's initials ("Modellvorschau VW"); a person's stand at the begin."""
    later = name.split()[1:] if not name.isupper() else []
    return any(2 <= len(w) <= 4 and w.isalpha() and w.isupper() and not re.fullmatch("[IVX]+", w) for w in later)


@lru_cache(maxsize=1024)
def is_organisation(name: str) -> bool:
    """Whether a name is in all likelihood an agency's, a paper's or a desk's."""
    if all_phrases().names_organisation(name) or is_agency(name) or name.endswith("社") or _DOMAIN.search(name):
        return True
    return re.fullmatch(r"[A-ZÄÖÜ]{2,5}", name) is not None


def is_agency(name: str) -> bool:
    """Whether a name is an agency's short one, or several (dpa/lnw)."""
    return any(part in AGENCIES for part in re.split(r"[/\s-]", name.lower()))


@lru_cache(maxsize=1024)
def is_role(text: str) -> bool:
    """Whether a text says what somebody is rather than who."""
    return all_phrases().names_role(text)


PHOTOGRAPHER_LENGTH = 40
"""Characters."""

_PHOTOGRAPHER = re.compile(
    r"(?<!\w)(?:(?:presse?)?foto(?:gra|journalist|reporter)|fotó|photogra|photojourn|φωτογρ|фотогр|фотокорр?|valokuvaaja|kuvaaja)"
    r"\w{0,9}\W*$",
    re.IGNORECASE,
)


def is_photographer(text: str) -> bool:
    """Whether a text ends in the word for a photographer, behind a name or alone."""
    return _PHOTOGRAPHER.search(text[-PHOTOGRAPHER_LENGTH:]) is not None


def is_role_alone(word: str) -> bool:
    """Whether a word is a role and no name: of "Head" and "Page" nobody knows."""
    return word.lower() not in _ALSO_NAMES and is_role(word)


def are_names_alone(names: list[str], line: str) -> bool:
    """Whether a line holds nothing but these people's names, or names and a place."""
    are_people = all(is_person(name) and len(name.split()) <= WORDS_ALONE for name in names)
    return are_people and is_cased(line) and 3 * sum(map(len, names)) > len(line)


def is_cased(line: str) -> bool:
    """Whether names can be told from words in a line by their capitals."""
    return line.upper() != line.lower()
