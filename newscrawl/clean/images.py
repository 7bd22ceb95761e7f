"""The images of a clean body: read, and shown from another place."""

import html
import re
from collections.abc import Callable

from newscrawl.clean.attributes import Attributes, LinkContext, cleaned, parsed, spelt
from newscrawl.clean.body import CleanHTML, clean_body

_IMG = re.compile(r'<img((?: [a-z\-]+="[^"]*")*)>')
# The address is looked for behind whole attributes: within one's text stands what looks like another.
_SOURCE = re.compile(r'<img(?: (?!src=)[a-z\-]+="[^"]*")*+ src="([^"]*)"')


def image_sources(body: str) -> list[str]:
    """The addresses of a clean body's images, in its order."""
    return list(map(html.unescape, _SOURCE.findall(body)))


def with_images(body: str, url: str, edit: Callable[[Attributes], Attributes]) -> CleanHTML:
    """A body, clean, with other attributes for its images: `edit` gets and gives them as plain text.

    What it gives is held to the allow-list like what a page has; where no address is left, the image stays as it was.
    """

    def written(img: re.Match[str]) -> str:
        before = parsed(img[1])
        after = edit(before)
        if after == before:
            return img[0]
        attributes = cleaned("img", after, LinkContext(url))
        return f"<img{spelt(attributes)}>" if any(name == "src" for name, _ in attributes) else img[0]

    return CleanHTML(_IMG.sub(written, clean_body(body, url)))
