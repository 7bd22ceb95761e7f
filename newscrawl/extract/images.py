"""Image: a picture of an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with what the page says of it."""

    url: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
