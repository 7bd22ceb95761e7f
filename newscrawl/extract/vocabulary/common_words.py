"""Languages by their commonest words, for pages that claim none, or that of their theme.

The words are those without which hardly a sentence is written, some thirty a language, for languages in Latin letters;
other scripts tell by their letters.
"""

import re
from collections import Counter

_WORDS_OF = {
    "ca": "de la el i a en els les per un una amb del es no va al ha més dels com que són aquest també però seva",
    "cs": "a se v na je že to s z do o i ve jsou za ale po by jako pro jeho který od však až bylo už jsem také nebo",
    "da": "og det at en er i til på af for med den der ikke de som et har om vi men kan fra var også sig blev efter",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus dass",
    "en": "the of and to in that is was for it with as his on be by he at from they this have are not which has been",
    "es": "el la de que y en los del se las por un con para una su al lo como más pero sus ha es este fue está entre",
    "et": "ja on ei et see oli ta ka kui aga mis oma siis nii või mida veel välja kes seda olla üle pärast ning",
    "fi": "ja on ei se että oli hän mutta myös kun ovat kuin mukaan sen joka ole tai jo jos vain niin nyt kanssa",
    "fr": "le la les de des et en du une que est pour dans qui par sur au pas plus ne se ce avec il sont aux cette",
    "hr": "i je u na se da za od su s o a koji kao što će bi iz nije ili to po je ali do nakon kako samo biti",
    "hu": "a az és hogy nem is egy ez volt meg csak de már el mint ki még azt van ha vagy lesz több szerint után",
    "id": "yang dan di dengan untuk dari ini pada itu dalam tidak akan juga ke adalah oleh bisa telah karena saat kata",
    "it": "di che è la il un per in una sono con del della non si da dei le nel anche alla più come ha gli dal delle",
    "lt": "ir kad yra į iš su tai kaip bet buvo tik jau apie dėl šis jie jo po per už savo arba taip pat nuo",
    "lv": "un ir ka no uz ar par tas bet arī kas pēc bija tika jau vai lai šo savu kā tā nav gan līdz",
    "nb": "og det i er på en som for med av til at ikke den har de et om vi men kan fra var også seg ble etter",
    "nl": "de het een van en in is dat op te zijn voor met niet die aan er om ook als maar bij door uit nog naar heeft",
    "pl": "w i na z się nie do to że jest o jak po za od przez ale co tym czy tylko są był dla przy może oraz",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das foi à seu sua ou são",
    "ro": "și de în la a cu că pe din nu un o care este pentru mai sunt fost au ca sau dar lui ce fi prin după",
    "sk": "a sa v na je že to s z do o aj vo sú za ale po by ako pre jeho ktorý od však až bolo už som tiež alebo",
    "sl": "je in v na se da za so s z ki pa tudi kot po pri od bi še ne ali bo do iz kar lahko ter",
    "sq": "të e në dhe për se me një që i nga është nuk ka më do u si por kjo ky janë ishte pas",
    "sv": "och att det i en som på är av för med till den inte om har de ett vi kan men så från vid var ska också",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ama kadar sonra ne var değil oldu ise göre",
    "vi": "của và là có được cho các trong không với một những người này đã để khi đến từ vào cũng",
}

# Languages that are written with another's commonest words.
_LIKE = {"no": "nb", "nn": "nb", "bs": "hr", "sr": "hr", "cnr": "hr", "sh": "hr", "ms": "id", "mo": "ro"}

# Characters that are read, and words without which nothing is said.
SAMPLE, FEWEST = 900, 40

# The share of the commonest words, of plain texts some .3; what near languages (Spanish and Catalan) may have of it at
# most, and a language that is falsely claimed (of 26 such pages .3 at most).
SHARE, NEAR, CLAIMED = 0.18, 0.85, 0.35

_WORD = re.compile(r"[^\W\d_]+")


def _by_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, words in _WORDS_OF.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return found


_LANGUAGES_OF = _by_word()


def spoken(text: str, claimed: str = "") -> str:
    """The language of a text by its commonest words; "" where they do not tell, or may be those of the claimed one."""
    words = _WORD.findall(text[:SAMPLE].lower())
    if len(words) < FEWEST:
        return ""
    counts = Counter(language for word in words for language in _LANGUAGES_OF.get(word, ()))
    (best, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    claimed = _LIKE.get(claimed, claimed)
    if claimed and (claimed not in _WORDS_OF or counts[claimed] > CLAIMED * most):
        return ""
    return best if most >= SHARE * len(words) and next_most <= NEAR * most else ""
