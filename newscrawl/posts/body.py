"""The one way of writing an HTML body that every site generator reads back exactly.

Generators take a post for a program and its body for Markdown. Neither happens here: the body stands in one `<div>`,
each block of it on a line of its own, no line begins with text and none is blank, so that Markdown leaves all of it
alone; and what could begin a template's tag, a code block or a generator's own placeholder is a character reference.
Found by building hostile posts with Hexo, Hugo, Jekyll, Eleventy, Zola, Pelican and Astro (docs/posts.md).

A clean body has one spelling, so what must change is found by searching it, not by reading all of it: in a body of
8 kB that takes 20 microseconds, a tenth of what a walk through its tags would.
"""

import html
import re
from collections.abc import Iterator

from newscrawl.clean import clean_body
from newscrawl.clean.allowed import BLOCKS
from newscrawl.clean.attributes import ATTRIBUTE
from newscrawl.posts import placeholders
from newscrawl.posts.direction import read_from_the_right, right_to_left
from newscrawl.posts.page_width import breaks_words, fitted
from newscrawl.posts.text import harmless

# { and }: Nunjucks, Liquid, Go templates, Tera, Pelican's {attach}. |: Pelican's other spelling of it. Tab: four blanks
# of a code block. U+FFFC: Hexo's mark for a tag; one that Hexo did not put there ends the build.
_REFERENCES = {c: f"&#{ord(c)};" for c in "{}|\t\ufffc"}
# What Markdown lives on. A clean body has newlines of its own only where a block of the outermost level begins.
_NEWLINE = "&#10;"
_BEGINS_WITH_BLOCK = re.compile(rf"<(?:{'|'.join(sorted(BLOCKS))})[ >]")
_PRE = re.compile(r"(</?pre[ >])")
_NEWLINE_BEGINS_PRE = re.compile(r"(<pre(?: [^<>]*+)?>)(?=&#10;)")

_CAPTION = re.compile(r"<figcaption(?: [^<>]*+)?>")
# What machines read is written from the left in every language; in a text from the right its signs would change places.
_OF_MACHINES = re.compile(r"<(pre|code|kbd|samp)(?=[ >])(?![^>]* dir=)")

_ADDRESSES = frozenset({"cite", "href", "poster", "src", "srcset"})
# Programs of themes put these into the page as HTML: Hexo's landscape an alternative text below its picture, and what
# enlarges pictures either of them.
_PRINTED = frozenset({"alt", "title"})
_HARMLESS = r'(?:alt|title)="(?:[^"\n\xa0&=(`{\\;]++|&(?:amp|quot);)*+"'
# An attribute that may stay as it is; only addresses may have "=". Possessive: time in proportion to the length.
_STAYS = "|".join(
    rf'{names}="(?:[^"\n\xa0&{equals}]++|&(?!#))*+"'
    for names, equals in ((f"(?:{'|'.join(sorted(_ADDRESSES))})", ""), (r"(?!(?:alt|title)=)[a-z\-]+", "="))
)
_STAYS = f"{_STAYS}|{_HARMLESS}"
_TO_CHANGE = re.compile(rf"<[a-z0-9]+(?: (?:{_STAYS}))*+ [^>]+>")


def html_body(body: str, url: str, *, language: str = "", parsed_again: bool = False, caption_class: str = "") -> str:
    """The body of a post, from whatever HTML `body` is: clean, in one `<div>`, ending with a newline.

    `url`: the page's address, against which relative addresses are resolved. `language`: the body's, a BCP 47 tag;
    without one its letters say in which direction it runs.
    `parsed_again`: whether the generator parses the body as a browser does and writes what it understood.
    `caption_class`: the class that the theme wants of a figure's caption.
    """
    clean = clean_body(body, url, keep_blanks=True)
    text = _TO_CHANGE.sub(lambda tag: ATTRIBUTE.sub(_attribute, tag[0]), clean)
    if caption_class:
        text = _CAPTION.sub(lambda found: _with_class(found[0], caption_class), text)
    text = fitted(text)
    if "<pre" in text:
        text = "".join(_lines_joined(text))
        if parsed_again:
            # Each parser takes a newline that begins a <pre> for none; the reader's browser is the second one.
            text = _NEWLINE_BEGINS_PRE.sub(r"\1&#10;", text)
    for character, reference in _REFERENCES.items():
        text = text.replace(character, reference)
    text = placeholders.IN_BODIES.sub(placeholders.as_reference, text)
    # Said of what needs it alone: it stands in a page of another language as often as not.
    from_the_right = right_to_left(language) if language else read_from_the_right(clean)
    if from_the_right:
        text = _OF_MACHINES.sub(r'<\1 dir="ltr"', text)
    direction = ' dir="rtl"' if from_the_right else ""
    newline = "\n" if _BEGINS_WITH_BLOCK.match(text) else ""
    return f"<div{direction}{breaks_words(clean)}>{newline}{text}\n</div>\n"


def _with_class(tag: str, name: str) -> str:
    if ' class="' in tag:
        return tag.replace(' class="', f' class="{name} ', 1)
    return tag.replace("<figcaption", f'<figcaption class="{name}"', 1)


def _attribute(match: re.Match[str]) -> str:
    name, value = match.groups()
    if name in _PRINTED:
        value = html.escape(harmless(html.unescape(value)))
    value = value.replace("&#x27;", "'").replace("\xa0", "&nbsp;").replace("\n", _NEWLINE)
    if name not in _ADDRESSES:
        # Hexo's external_link filter finds `href=` in any attribute's text; a reference is no `=` to it.
        value = value.replace("=", "&#61;")
    return f' {name}="{value}"'


def _lines_joined(text: str) -> Iterator[str]:
    """`text` with the newlines inside `<pre>` as references."""
    depth = 0
    for part in _PRE.split(text):
        depth += (part in ("<pre>", "<pre ")) - (part == "</pre>")
        yield part.replace("\n", _NEWLINE) if depth else part
