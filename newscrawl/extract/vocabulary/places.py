"""Places: names of two words or more that no letter tells from a person's: "New York", "Kansas City"."""

_BEGIN = frozenset(
    "new north south east west northern southern eastern western upper lower greater san santa santo são saint st st. "
    "sankt los las fort port puerto cape lake mount monte ciudad villa nova novi nový nizhny isle isla côte".split()
)
_END = frozenset(
    "city county beach springs heights island islands falls junction d.c. dc kingdom states emirates province district "
    "township borough pradesh oblast prefecture".split()
)
_LIES_AT = frozenset("am an upon sur sous nad pod pri".split())
"""What stands between a place and its river or hill: "Frankfurt am Main", "Ústí nad Labem"."""
_WHOLE = frozenset(
    (
        "addis ababa",
        "abu dhabi",
        "ann arbor",
        "baton rouge",
        "belo horizonte",
        "buenos aires",
        "burkina faso",
        "cedar rapids",
        "chiang mai",
        "costa rica",
        "da nang",
        "dar es salaam",
        "den haag",
        "des moines",
        "el paso",
        "el salvador",
        "grand rapids",
        "green bay",
        "hong kong",
        "kuala lumpur",
        "la paz",
        "la plata",
        "little rock",
        "notre dame",
        "palo alto",
        "phnom penh",
        "porto alegre",
        "rio de janeiro",
        "saudi arabia",
        "sierra leone",
        "silver spring",
        "sri lanka",
        "tamil nadu",
        "tel aviv",
        "the hague",
        "arabia saudita",
        "arabia saudí",
        "corea del norte",
        "corea del sur",
        "corea del sud",
        "corea del nord",
        "estados unidos",
        "great britain",
        "nueva delhi",
        "nueva york",
        "nueva zelanda",
        "nuova delhi",
        "nuova zelanda",
        "nova iorque",
        "nova york",
        "países bajos",
        "países baixos",
        "paesi bassi",
        "regno unito",
        "reino unido",
        "repubblica ceca",
        "república checa",
        "stany zjednoczone",
        "stati uniti",
        "vereinigte staaten",
        "verenigd koninkrijk",
        "verenigde staten",
        "wielka brytania",
        "united nations",
        "नई दिल्ली",
        "নয়া দিল্লি",
        "புது டெல்லி",
        "புதுடெல்லி",
        "ਨਵੀਂ ਦਿੱਲੀ",
        "ન્યૂ દિલ્હી",
        "న్యూ ఢిల్లీ",
        "نئی دہلی",
    )
)


def names_a_place(name: str) -> bool:
    """Whether a name is in all likelihood a place's; that of a person who is called so as well is not believed."""
    words = name.lower().split()
    if len(words) < 2:
        return False
    lies_at = not _LIES_AT.isdisjoint(name.split()[1:-1])  # in lower case: "Nguyễn Thị An Bình" is a person
    return lies_at or words[0] in _BEGIN or words[-1] in _END or " ".join(words) in _WHOLE
