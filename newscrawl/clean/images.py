"""The images of a clean body: read, and shown from another place."""

import re
from collections.abc import Callable, Iterator

from newscrawl.clean.attributes import Attributes, Page, cleaned, parsed, spelt
from newscrawl.clean.body import CleanHTML, clean_body

_IMG = re.compile(r'<img((?: [a-z\-]+="[^"]*")*)>')


def image_sources(body: str) -> Iterator[str]:
    """The addresses of a clean body's images, in its order."""
    for raw in _IMG.findall(body):
        yield from (value for name, value in parsed(raw) if name == "src")


def with_images(body: str, url: str, edit: Callable[[Attributes], Attributes]) -> CleanHTML:
    """A body, clean, with other attributes for its images: `edit` gets and gives them as plain text.

    What it gives is held to the allow-list like what a page has; where no address is left, the image stays as it was.
    """

    def written(img: re.Match[str]) -> str:
        attributes = cleaned("img", edit(parsed(img[1])), Page(url))
        return f"<img{spelt(attributes)}>" if any(name == "src" for name, _ in attributes) else img[0]

    return CleanHTML(_IMG.sub(written, clean_body(body, url)))
