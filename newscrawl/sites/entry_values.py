"""What each value of a catalogue's entry may be, by its key."""

import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

from newscrawl.errors import RhythmError
from newscrawl.rhythm.interval import read_rhythm
from newscrawl.sites.selectors import mistake
from newscrawl.yaml_lines import YamlValue

Value = str | bool | float | list[str]

_WEB_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?|https?://(localhost|\d[\d.]+)(:\d+)?(/\S*)?")
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PROXY = re.compile(r"(https?|socks5h?)://[^\s/]+/?")
_SECONDS = re.compile(r"(?=.*[1-9])[0-9]{1,4}(\.[0-9]{1,3})?")
_COUNTRY = re.compile(r"[a-z]{2}")


def country_code(value: YamlValue, key: str = "") -> str:
    """A country's two letters, as ISO 3166-1 has them."""
    said = f"{key}: " if key else ""
    return _matching(_COUNTRY, value, f"{said}a country's two letters are needed, not {value.text()!r}")


def _word(value: YamlValue, key: str) -> str:
    if not value.text():
        raise value.error(f"{key}: a text is needed")
    return value.text()


def _address(value: YamlValue, key: str) -> str:
    return _matching(_WEB_ADDRESS, value, f"{key}: a web address is needed, not {value.text()!r}")


def _addresses(value: YamlValue, key: str) -> list[str]:
    return [_address(item, key) for item in _items(value, key)]


def _words(value: YamlValue, key: str) -> list[str]:
    return [_word(item, key) for item in _items(value, key)]


def _word_or_words(value: YamlValue, key: str) -> str | list[str]:
    return _words(value, key) if value.is_list else _word(value, key)


def _selectors(value: YamlValue, key: str) -> str | list[str]:
    found = _word_or_words(value, key)
    for item in value.items():
        if problem := mistake(item.text(), css_alone=key == "links"):
            raise item.error(f"{key}: {item.text()!r} is no selector: {problem}")
    return found


def _language(value: YamlValue, key: str) -> str:
    said = f"{key}: a language tag such as de or zh-Hans is needed, not {value.text()!r}"
    return _matching(_LANGUAGE_TAG, value, said)


def _zone(value: YamlValue, key: str) -> str:
    text = value.text()
    try:
        ZoneInfo(text)
    except (ValueError, KeyError, OSError):
        raise value.error(f"{key}: a zone such as Europe/Berlin is needed, not {text!r}") from None
    return text


def _rhythm(value: YamlValue, key: str) -> Value:
    found = _word_or_words(value, key)
    try:
        read_rhythm(found)
    except RhythmError as error:
        raise value.error(f"{key}: {error}") from None
    return found


def _switch(value: YamlValue, key: str) -> bool:
    if value.text() not in ("true", "false"):
        raise value.error(f"{key}: true or false is needed, not {value.text()!r}")
    return value.text() == "true"


def _seconds(value: YamlValue, key: str) -> float:
    said = f"{key}: seconds are needed, e.g. 10, not {value.text()!r}"
    return float(_matching(_SECONDS, value, said))


def _proxy(value: YamlValue, key: str) -> str:
    return _matching(_PROXY, value, f"{key}: a proxy such as socks5://127.0.0.1:1080 is needed")


def _matching(pattern: re.Pattern[str], value: YamlValue, problem: str) -> str:
    if not pattern.fullmatch(value.text()):
        raise value.error(problem)
    return value.text()


def _items(value: YamlValue, key: str) -> list[YamlValue]:
    if not value.is_list or not value.items():
        raise value.error(f"{key}: a list is needed, one value a line behind a dash")
    return value.items()


KEYS: dict[str, Callable[[YamlValue, str], Value]] = {
    "publisher": _word,
    "country": country_code,
    "home": _address,
    "language": _language,
    "topic": _word,
    "categories": _words,
    "timezone": _zone,
    "every": _rhythm,
    "delay": _seconds,
    "browser": _switch,
    "proxy": _proxy,
    "start_urls": _addresses,
    "feeds": _addresses,
    "sitemaps": _addresses,
    "archives": _addresses,
    "whole": _switch,
    "links": _selectors,
    "body": _selectors,
    "remove": _selectors,
    "title": _selectors,
    "authors": _selectors,
    "published": _selectors,
}
"""Every key that an entry may have, and how its value is read."""
