"""Alert shapes: what the services that people use want to be sent by a webhook."""

import json
from collections.abc import Callable, Mapping

Shape = Callable[[str, bool, bytes], tuple[bytes, Mapping[str, str]]]
"""The sentence, whether the site is well, and everything as JSON -> body and headers."""

JSON = {"Content-Type": "application/json"}


def _json(sentence: str, well: bool, everything: bytes) -> tuple[bytes, Mapping[str, str]]:
    return everything, JSON


def _ntfy(sentence: str, well: bool, everything: bytes) -> tuple[bytes, Mapping[str, str]]:
    """https://docs.ntfy.sh/publish/: the text itself; the rest is headers."""
    tags = "white_check_mark" if well else "warning"
    return sentence.encode(), {"Title": "newscrawl", "Tags": tags, "Content-Type": "text/plain; charset=utf-8"}


def _keyed(key: str) -> Shape:
    return lambda sentence, well, everything: (json.dumps({key: sentence}, ensure_ascii=False).encode(), JSON)


SHAPES: dict[str, Shape] = {
    "json": _json,
    "ntfy": _ntfy,
    "discord": _keyed("content"),
    "slack": _keyed("text"),
    "telegram": _keyed("text"),
}
"""Telegram: the webhook is https://api.telegram.org/bot<token>/sendMessage?chat_id=<chat>."""
