"""Language tags as generators' themes look them up: by territory, not by script."""

_CHINESE = {"hans": "CN", "hant": "TW", "cn": "CN", "sg": "CN", "my": "CN", "tw": "TW", "hk": "HK", "mo": "HK"}


def by_territory(language: str) -> str:
    """A BCP 47 tag as language and territory, which Hexo, its themes and og:locale take; others give English dates.

    >>> [by_territory(tag) for tag in ("zh-Hans", "zh-Hant-HK", "sr-Latn-RS", "es-419", "en-GB", "fr", "")]
    ['zh-CN', 'zh-HK', 'sr-RS', 'es', 'en-GB', 'fr', '']
    """
    first, *rest = language.replace("_", "-").split("-")
    if first.lower() == "zh":
        named = [territory for part in reversed(rest) if (territory := _CHINESE.get(part.lower()))]
        return f"zh-{named[0] if named else 'CN'}"
    territory = next((part.upper() for part in rest if len(part) == 2 and part.isalpha()), "")
    return f"{first.lower()}-{territory}" if territory else first.lower()
