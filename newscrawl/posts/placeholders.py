"""Placeholders: generators put them into a text and fill them in later. One from a page ends the build or vanishes.

Found in their sources. Each is harmless when its first letter is spelt in another way. Hexo's has a character that
nothing else has (U+FFFC) and is dealt with by that.
"""

import re

# Hugo's templates.Defer and resources.PostProcess, Astro's images: looked for in titles and addresses, too.
_IN_PAGES = r"_(?=_h(?:deferred/|_pp_)|_ASTRO_IMAGE_)"
# The place of a shortcode in Hugo and Zola, the end of the summary in Hugo: looked for in bodies, after Markdown.
_IN_BODIES = r"H(?=AHAHUGOSHORTCODE|UGOMORE42)|@(?=@ZOLA_SC_PLACEHOLDER@@)"

IN_PAGES = re.compile(_IN_PAGES)
IN_BODIES = re.compile(f"{_IN_PAGES}|{_IN_BODIES}")


def as_reference(first: re.Match[str]) -> str:
    """The letter as a reference, which generators leave alone in HTML."""
    return f"&#{ord(first[0])};"


def as_wide(first: re.Match[str]) -> str:
    """A wide letter that looks the same, where a reference would be shown or read too early."""
    return chr(ord(first[0]) + 0xFEE0)


def in_address(first: re.Match[str]) -> str:
    """The letter as addresses may have it."""
    return f"%{ord(first[0]):02X}"
