"""Paragraphs that turn out to be the caption of the figure before them."""

from dataclasses import replace
from html import escape

from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.captions import Caption, told_apart
from newscrawl.extract.body.figures import with_caption

SAID = 12
"""Characters of an alternative text and a paragraph that are not the same by chance."""


def add_caption(figure: Block, texts: list[Block]) -> None:
    """Put paragraphs below a figure as its caption."""
    inner = " ".join(b.inside for b in texts)
    caption = " ".join(b.text for b in texts if "credit" not in b.roles)
    credit = " ".join(b.text for b in texts if "credit" in b.roles)
    set_caption(figure, told_apart(inner, caption, credit))


def set_caption(figure: Block, told: Caption) -> None:
    """Put a finished caption below a figure."""
    figure.html = with_caption(figure.html, told.html)
    figure.images = [replace(i, caption=told.text, credit=told.credit) for i in figure.images]


def add_credit(figure: Block, credit: str) -> None:
    """Put the credit of several pictures below the caption of one of them."""
    html = figure.html.removesuffix("</figcaption></figure>")
    figure.html = f'{html} <small class="credit">{escape(credit, quote=False)}</small></figcaption></figure>'
    figure.images = [replace(image, credit=credit) for image in figure.images]


def show_stated(figure: Block) -> None:
    """Put the caption that an image has in an attribute alone below it, where the page shows none."""
    image = figure.images[0] if len(figure.images) == 1 else None
    if image is not None and (image.caption or image.credit) and "<figcaption" not in figure.html:
        credit = f'<small class="credit">{escape(image.credit, quote=False)}</small>' if image.credit else ""
        figure.html = with_caption(figure.html, f"{escape(image.caption, quote=False)} {credit}".strip())


def is_caption_again(text: Block, figure: Block) -> bool:
    """Whether a paragraph below a picture says its caption once more."""
    return any(i.caption and i.caption == text.text for i in figure.images)


def says_alt(text: Block, figure: Block) -> bool:
    """Whether a paragraph says what a picture's alternative text says: then it is its caption."""
    if text.is_link:
        return False
    said = " ".join(text.text.lower().split())
    alts = (" ".join(i.alt.lower().split()) for i in figure.images)
    return len(said) > SAID and any(len(alt) > SAID and (alt.startswith(said) or said.startswith(alt)) for alt in alts)
