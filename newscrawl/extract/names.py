"""Names out of a byline's text: what is a name in it, what is a person's, what an organisation's."""

import re

# Words before a name. German "von" and Spanish "de" are also parts of names, so they go only where the text begins with them.
_LEADING = re.compile(
    r"^\W*(?:(?:written|reported|story|words|text|photos?|video|article|posted|published|interview|analysis|opinion|edited|compiled)\s+)?"
    r"(?:by|von|vom|par|por|di|da|a cura di|door|av|af|przez|text(?:e|o|er)?|tekst|autor(?:in|es|a|i)?|author|auteurs?|autore|"
    r"авторы?|от|redaktion|redacción|reporter|journalist|from|"
    r"作者|记者|記者|撰文|文|编辑|責任編集|글|기자|بقلم|كتبت?|المصدر|yazan|haber|tác giả|theo)(?:\s*[:：|/]\s*|\s+)",
    re.I,
)
_TRAILING = re.compile(
    r"\s+(?:기자|특파원|記者|记者|撰文|reports?|berichtet|has|is|for|fo[r]|in|aus|à|en|i|im)\b.*$|\s*(?:기자|특파원|記者|记者|【.*|\(.*|\[.*)$"
)
_DROPPED = re.compile(r"\([^)]*\)|\[[^\]]*\]|（[^）]*）|[\w.+-]+@[\w-]+\.\w[\w.]*|(?<!\S)@\w+|https?://\S+")
_ADDRESS = re.compile(r"^(?:https?:)?//|^www\.|^/")
_LISTED = re.compile(r"\s*(?:[,;|•·、，；\n]|\s[–—-]\s)\s*")
_JOINED = re.compile(r"\s+(?:and|und|et|y|og|och|ve|и|та|e|en|con|with|mit|avec|a|&|\+)\s+|\s*[/＆&]\s*", re.I)

# Words of roles and desks in the languages of the larger press markets: what holds one is no person's name.
_ROLE = re.compile(
    r"\b(?:reporter(?:in)?s?|correspondent|correspondant|korrespondent(?:in)?|corresponsal|editor(?:s|ial|-in-chief)?|redakteur(?:in)?|"
    r"redaktion\w*|redacción|redazione|rédaction|redactie|redaktör|redaksjon\w*|journalist(?:in|e)?s?|periodista|giornalista|columnist|"
    r"kolumnist(?:in)?|writer|contributor|author|photographer|fotograf(?:in)?|producer|presenter|analyst|critic|chief|deputy|senior|"
    r"junior|head|director|leiter(?:in)?|ressort\w*|volont[äa]r(?:in)?|autor(?:in)?|gastautor(?:in)?|staff|team|desk|newsroom|bureau|"
    r"chefredakteur(?:in)?|stellvertretende\w*|muhabir\w*|editör\w*|служба|редакци\w+|корреспондент|specialist|fellow|professor)\b|"
    r"기자$|記者$|记者$|編集部|編集委員|编辑部",
    re.I,
)  # fmt: skip
_ORGANISATION = re.compile(
    r"\b(?:news|press|presse|prensa|agency|agence|agencia|agenzia|agentur|ajans[ıi]?|nachrichten|media|zeitung|times|post|tribune|gazette|"
    r"herald|journal|magazine|magazin|online|digital|radio|tv|television|network|channel|broadcasting|rundfunk|institute?|university|"
    r"foundation|ministry|council|group|gmbh|inc|ltd|llc|corp|company|verlag|haber|newspaper|daily|weekly|wire|service|"
    r"association|department|government|police|committee|centre|center|blog|club|office|guest|special|anonymous|admin|"
    r"advertorial|sponsored|partner|promotion|newsletter|podcast)\b|\w\.(?:com?|org|net|de|at|ch|fr|es|it|tv|info|uk|ru|jp|cn|tr|eu)\b|"
    r"新聞|新闻|通信|通讯|通訊社|日报|日報|晚报|电视|電視|放送|社$|뉴스|신문|일보|방송|통신|وكالة|صحيفة|قناة|الجزيرة",
    re.I,
)
AGENCIES = frozenset(
    "afp ap apa ansa aap anp ats belga cnn bbc dpa dts dw efe epd epa eft gns ips itar-tass jiji kna kyodo lusa mti ntb nzn pa pti reuters "
    "ria ritzau sda sid stt tass tt upi xinhua yonhap".split()
)
"""News agencies and the like that sign with a short name."""

# What stands in bylines beside names: times, counters, calls to act.
_NO_NAME = re.compile(
    r"\d|\bago\b|\bmin(?:utes?|s)?\b|\bhours?\b|\bread(?:ing)?\b|\bupdated?\b|\bpublished\b|\bfollow\b|\bshare\b|\bcomments?\b|\bsubscribe\b|"
    r"\bview\b|\bprofile\b|\bmore\b|\babout\b|\bsource\b|\bcopyright\b|\bunknown\b|\bnull\b|\bundefined\b|\bnone\b|[©?!=<>{}]",
    re.I,
)
_PARTICLES = frozenset("de da do dos das del della di du d la le van von den der ter ten zu zur bin ibn al el y e af av of the und".split())

# A full name of four parts with particles fits; a sentence does not.
MOST_WORDS, MOST_LETTERS = 6, 60

_OWN_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def names_in(text: str) -> list[str]:
    """The names a byline lists, people's and organisations', without the words around them."""
    text = " ".join(_DROPPED.sub(" ", text).split())
    if not text or _ADDRESS.match(text):
        return []
    text = _LEADING.sub("", text)
    listed = [_trimmed(part) for part in _LISTED.split(text)]
    parts = [name for part in listed for name in _divided(part) if _may_be_name(name)]
    if any(is_person(name) for name in parts):  # then a lone word is the place it was written in, or a desk
        parts = [name for name in parts if " " in name or _OWN_SCRIPT.search(name) or is_organisation(name)]
    return parts


def is_person(name: str) -> bool:
    """Whether a name is in all likelihood a person's: two words or more with capitals, or a short one in a script without."""
    if is_organisation(name) or _ROLE.search(name):
        return False
    if _OWN_SCRIPT.search(name):
        return 2 <= len(name.replace(" ", "")) <= 12
    words = [w for w in re.split(r"[\s]+", name) if w.lower().strip(".'’") not in _PARTICLES]
    cased = [w for w in words if w[0].isupper() or w[0] in "'’" or not w[0].isascii()]
    return 2 <= len(words) <= MOST_WORDS and len(cased) == len(words)


def is_organisation(name: str) -> bool:
    """Whether a name is in all likelihood an agency's, a paper's or a desk's."""
    return bool(_ORGANISATION.search(name)) or is_agency(name) or bool(re.fullmatch(r"[A-ZÄÖÜ]{2,5}", name))


def is_agency(name: str) -> bool:
    """Whether a name is an agency's short one, or several (dpa/lnw)."""
    return any(part in AGENCIES for part in re.split(r"[/\s-]", name.lower()))


def is_role(text: str) -> bool:
    """Whether a text says what somebody is rather than who."""
    return bool(_ROLE.search(text))


def _trimmed(part: str) -> str:
    part = _TRAILING.sub("", _LEADING.sub("", part.strip()))
    return part.strip(" \t,;:.|/-–—*\"'„“”»«") + ("." if re.search(r"\b(?:Jr|Sr|[A-Z])\.$", part.strip()) else "")


def _divided(part: str) -> list[str]:
    """The two names of "A and B", where both are whole names; "Le Figaro et AFP" and "dpa/lnw" are one."""
    pieces = [_trimmed(p) for p in _JOINED.split(part) if p]
    return pieces if len(pieces) > 1 and all(is_person(p) for p in pieces) else [part]


def _may_be_name(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    return 2 <= letters and len(text) <= MOST_LETTERS and len(text.split()) <= MOST_WORDS and not _NO_NAME.search(text)
