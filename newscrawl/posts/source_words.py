"""What a line that names its source begins with, in the article's language."""

_WORDS = {
    "ar": "المصدر", "bg": "Източник", "bs": "Izvor", "ca": "Font", "cs": "Zdroj", "da": "Kilde",
    "de": "Quelle", "el": "Πηγή", "es": "Fuente", "et": "Allikas", "fa": "منبع", "fi": "Lähde",
    "he": "מקור", "hi": "स्रोत", "hr": "Izvor", "hu": "Forrás", "id": "Sumber", "is": "Heimild",
    "it": "Fonte", "ja": "出典", "ko": "출처", "lt": "Šaltinis", "lv": "Avots", "ms": "Sumber", "nb": "Kilde",
    "nl": "Bron", "nn": "Kjelde", "no": "Kilde", "pl": "Źródło", "pt": "Fonte", "ro": "Sursă",
    "ru": "Источник", "sk": "Zdroj", "sl": "Vir", "sr": "Извор", "sv": "Källa", "sw": "Chanzo",
    "th": "ที่มา", "tr": "Kaynak", "uk": "Джерело", "ur": "ماخذ", "vi": "Nguồn", "zh": "来源",
}  # fmt: skip
_IN_SCRIPT = {"sr-latn": "Izvor", "zh-hant": "來源", "zh-tw": "來源", "zh-hk": "來源"}


def source_word(language: str) -> str:
    """The word for "source"; in English where the language has no word here.

    >>> [source_word(tag) for tag in ("de-AT", "zh-Hans", "zh-Hant-HK", "", "xh")]
    ['Quelle', '来源', '來源', 'Source', 'Source']
    """
    first, *rest = language.lower().replace("_", "-").split("-")
    by_script = (_IN_SCRIPT.get(f"{first}-{part}") for part in rest)
    return next(filter(None, by_script), _WORDS.get(first, "Source"))
