"""Parts of a text whose kind and text stand under names of the site's own: [{"t": "p", "v": "…"}]."""

import re
from typing import Any

from newscrawl.extract.body.state_keys import kind_of

FEWEST = 3
"""Parts."""

MOST_KEYS = 12
"""Names in a part."""

LEAST = 40
"""Characters of a part's text, on average."""

_KIND = re.compile(r"[A-Za-z][\w:-]{0,24}")
_PARAGRAPH = re.compile(r"p|par|para(?:graph)?|text|txt|t", re.I)


def with_usual_names(held: Any) -> Any:
    """A list of parts with their kind and text under the usual names; any other value as it is."""
    if not isinstance(held, list) or len(held) < FEWEST or not all(isinstance(part, dict) for part in held):
        return held
    if any(kind_of(part) or len(part) > MOST_KEYS for part in held):
        return held
    common = [key for key in held[0] if all(isinstance(part.get(key), str) for part in held)]
    kinds = [key for key in common if all(map(_KIND.fullmatch, (part[key] for part in held)))]
    kind = next((key for key in kinds if any(_PARAGRAPH.fullmatch(part[key]) for part in held)), "")
    text = max((key for key in common if key != kind), key=lambda key: sum(len(part[key]) for part in held), default="")
    if not kind or not text or sum(len(part[text]) for part in held) < LEAST * len(held):
        return held
    return [part | {"type": part[kind], "text": part[text]} for part in held]
