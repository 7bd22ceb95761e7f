"""Names out of a byline's text: what is a name in it, what is a person's, what an organisation's."""

import re
from functools import lru_cache

from newscrawl.text.scripts import CJK

# Words before a name. German "von" and Spanish "de" are also parts of names, so they go only where the text begins so.
_BEFORE = (
    "by von vom par por di da a·cura·di door av af przez text texte texto texter tekst autor autorin autores autora "
    "autori author authors auteur auteurs autore автор авторы от redaktion redacción reporter journalist from 作者 "
    "记者 記者 撰文 文 编辑 글 기자 بقلم كتب كتبت yazan haber tác·giả theo"
)
_DONE_BY = (
    "written reported story words text photo photos video article posted published interview analysis opinion edited "
    "erstellt geschrieben verfasst veröffentlicht gepostet eine·kolumne ein·gastbeitrag ein·kommentar ein·interview "
    "ein·essay eine·analyse kolumne gastbeitrag kommentar publicado escrito redactado rédigé publié scritto pubblicato "
    "reporting skrevet skriven geschreven"
)

# Words that show that no name follows: "Samya Kullab in Kyiv", "… is a staff writer".
_BEHIND = "기자 특파원 記者 记者 撰文 report reports berichtet has is for in aus à en im vor il hace"

_LISTED = re.compile(r"\s*(?:[,;|•·、，；\n]|\s[–—-]\s)\s*")
_JOINED = re.compile(r"\s+(?:and|und|et|y|og|och|ve|и|та|e|en|con|with|mit|avec|&|\+)\s+|\s*[/＆&]\s*", re.I)
_AND = re.compile(r"^(?:and|und|et|y|og|och|ve|и|та)\s+", re.I)
_DROPPED = re.compile(r"\([^)]*\)|\[[^\]]*\]|（[^）]*）|【[^】]*】|[\w.+-]+@[\w-]+\.\w[\w.]*|(?<!\S)@\w+|https?://\S+")
_ADDRESS = re.compile(r"^(?:https?:)?//|^www\.|^/")

# Words of roles and desks in the languages of the larger press markets: what holds one is no person's name.
_ROLES = (
    "reporter reporters reporterin correspondent correspondant korrespondent korrespondentin corresponsal editor "
    "editors editorial redakteur redakteurin redaktion redacción redazione rédaction redactie redaktör redaksjon "
    "redaksjonen journalist journaliste journalistin periodista giornalista columnist kolumnist kolumnistin writer "
    "contributor author photographer fotograf fotografin producer presenter analyst critic chief deputy senior "
    "junior head director leiter leiterin ressort ressortleiter volontär volontärin autor autorin gastautor staff "
    "team desk newsroom bureau chefredakteur chefredakteurin stellvertretender stellvertretende muhabir muhabiri "
    "editör editörü служба редакция корреспондент specialist fellow professor 編集部 編集委員 编辑部"
)

# Words of papers, agencies, stations, companies and offices.
_ORGANISATIONS = (
    "news press presse prensa agency agence agencia agenzia agentur ajans ajansı nachrichten media zeitung times "
    "post tribune gazette herald journal magazine magazin online digital radio tv television network channel "
    "broadcasting rundfunk institute university foundation ministry council group gmbh inc ltd llc corp company "
    "verlag haber newspaper daily weekly wire service association department government police committee centre "
    "center blog club office guest special anonymous admin advertorial sponsored partner promotion newsletter "
    "podcast customs protection authority administration commission"
)
_ORGANISATIONS_OF_ASIA = (
    "新聞 新闻 通信 通讯 通訊社 日报 日報 晚报 电视 電視 放送 뉴스 신문 일보 방송 통신 وكالة صحيفة قناة الجزيرة"
)
_DOMAIN = r"\w\.(?:com?|org|net|de|at|ch|fr|es|it|tv|info|uk|ru|jp|cn|tr|eu)\b"

AGENCIES = frozenset(
    "afp ap apa ansa aap anp ats belga cnn bbc dpa dts dw efe epd epa eft gns ips itar-tass jiji kna kyodo lusa mti "
    "ntb"
    "nzn pa pti reuters ria ritzau sda sid stt tass tt upi xinhua yonhap".split()
)
"""News agencies and stations that sign with a short name."""

# What stands in bylines beside names: times, counters, calls to act.
_NO_NAMES = (
    "abone abonnieren abonnez suscríbete iscriviti assine ago min mins minute minutes hour hours read reading "
    "update updated published follow share comment comments subscribe view profile more about source copyright "
    "unknown null undefined none"
)
_PARTICLES = frozenset(
    "de da do dos das del della di du d la le van von den der ter ten zu zur bin ibn al el y e".split()
)

# A full name of four parts with particles fits; a sentence does not.
MOST_WORDS, MOST_LETTERS = 6, 60


def _any_of(words: str) -> str:
    return "|".join(re.escape(word).replace("·", r"\s") for word in words.split())


_LEADING = re.compile(rf"^\W*(?:(?:{_any_of(_DONE_BY)})\s+)?(?:{_any_of(_BEFORE)})(?:\s*[:：|/]\s*|\s+)", re.I)
_TRAILING = re.compile(rf"\s+(?:{_any_of(_BEHIND)})(?!\w).*$|(?:기자|記者|记者)$|\s+\d.*$")
_ROLE = re.compile(rf"\b(?:{_any_of(_ROLES)})\b|기자$|記者$|记者$", re.I)
_ORGANISATION = re.compile(rf"\b(?:{_any_of(_ORGANISATIONS)})\b|{_any_of(_ORGANISATIONS_OF_ASIA)}|社$|{_DOMAIN}", re.I)
_NO_NAME = re.compile(rf"[\d©?!=<>{{}}]|\b(?:{_any_of(_NO_NAMES)})\b", re.I)
_OWN_SCRIPT = re.compile(f"[{CJK}]")


def names_in(text: str) -> list[str]:
    """The names a byline lists, people's and organisations', without the words around them."""
    text = " ".join(_DROPPED.sub(" ", text).split())
    if not text or _ADDRESS.match(text):
        return []
    text = _LEADING.sub("", text)
    listed = [_trimmed(part) for part in _LISTED.split(text)]
    parts = [name for part in listed for name in _divided(part) if _may_be_name(name)]
    if any(is_person(name) for name in parts):  # then a lone word is the place it was written in, or a desk
        parts = [n for n in parts if (" " in n or _OWN_SCRIPT.search(n) or is_organisation(n)) and not is_role(n)]
    return parts


@lru_cache(maxsize=1024)
def is_person(name: str) -> bool:
    """Whether a name is in all likelihood a person's: two words or more with capitals, or few letters in Asia's."""
    if is_organisation(name) or _ROLE.search(name) or ":" in name or _has_initials(name):
        return False
    if _OWN_SCRIPT.search(name):
        return 2 <= len(name.replace(" ", "")) <= 12
    words = [w for w in re.split(r"[\s]+", name) if w.lower().strip(".'’") not in _PARTICLES]
    cased = [w for w in words if not w[0].islower()]  # scripts without cases are never lower
    return 2 <= len(words) <= MOST_WORDS and len(cased) == len(words)


def _has_initials(name: str) -> bool:
    """Whether a name holds a company's or party's initials ("Modellvorschau VW"); a person's stand at the begin."""
    later = name.split()[1:] if not name.isupper() else []
    return any(2 <= len(w) <= 4 and w.isalpha() and w.isupper() and not re.fullmatch("[IVX]+", w) for w in later)


@lru_cache(maxsize=1024)
def is_organisation(name: str) -> bool:
    """Whether a name is in all likelihood an agency's, a paper's or a desk's."""
    return bool(_ORGANISATION.search(name)) or is_agency(name) or bool(re.fullmatch(r"[A-ZÄÖÜ]{2,5}", name))


def is_agency(name: str) -> bool:
    """Whether a name is an agency's short one, or several (dpa/lnw)."""
    return any(part in AGENCIES for part in re.split(r"[/\s-]", name.lower()))


@lru_cache(maxsize=1024)
def is_role(text: str) -> bool:
    """Whether a text says what somebody is rather than who."""
    return bool(_ROLE.search(text))


def _trimmed(part: str) -> str:
    half = len(part) // 2
    if half > 3 and part[:half].strip() == part[-half:].strip():  # once shown, once for screen readers
        part = part[:half]
    part = _TRAILING.sub("", _LEADING.sub("", _AND.sub("", part.strip())))
    return part.strip(" \t,;:.|/-–—*\"'„“”»«") + ("." if re.search(r"\b(?:Jr|Sr|[A-Z])\.$", part.strip()) else "")


def _divided(part: str) -> list[str]:
    """The two names of "A and B", where both are whole names; "Le Figaro et AFP" and "dpa/lnw" are one."""
    pieces = [_trimmed(p) for p in _JOINED.split(part) if p]
    return pieces if len(pieces) > 1 and all(is_person(p) for p in pieces) else [part]


def _may_be_name(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    return 2 <= letters and len(text) <= MOST_LETTERS and len(text.split()) <= MOST_WORDS and not _NO_NAME.search(text)
