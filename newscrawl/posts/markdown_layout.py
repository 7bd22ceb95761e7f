"""How markdownify lays a clean body out as Markdown, and what its text and addresses may look like there.

Every character that Markdown, a template or a typographic filter acts on becomes a character reference, which all of
them leave alone. On the way through markdownify such a character is spelt by a private one of its own, so that the
layout cannot mistake it for Markdown.
"""

import re
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag
from markdownify import MarkdownConverter

from newscrawl.posts import placeholders
from newscrawl.posts.text import harmless

# Planes 15 and 16 are private use alone: one stands for references to the characters of plane 0, one for markup.
_REFERENCE, _MARKUP = 0x100000, 0xF0000
_PRIVATE = re.compile("[\U000f0000-\U0010ffff]")

# Hexo's mark for a tag, which ends the build where Hexo did not put it. A reference would do (as it does in HTML), but
# markdown-it writes the character again, before Hexo looks for its marks.
_HEXO = re.compile("(swig|code|comment)\ufffc")
_BLANKS = r"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff"
_SPELT = re.compile(rf"[\x00-/:-@\[-`{{-\x7f\ufffc\u2028\u2029{_BLANKS}]")
_ACTIVE = re.compile(
    r"""[\\`*_{}\[\]<>#|~^$&"'@=\ufffc\u2028\u2029]"""  # Markdown everywhere, templates, straight quotes
    rf"|^[{_BLANKS}]+|[{_BLANKS}]+$"  # what JavaScript's Markdown parsers trim: Chinese paragraphs begin with U+3000
    r"|(?<=[\-.%?!,])[\-.%?!,]|[\-.%?!,](?=[\-.%?!,])"  # -- ... and what typographers make of the like
    r"|[.:](?=[A-Za-z/])|\((?=(?:c|r|p|tm)\))|\+(?=-)",  # bare addresses, :smile:, (c)
    re.IGNORECASE,
)
_LIST = re.compile(r"( *\d{0,9})([\-+:.)])(?=\s|\Z)")
# What stands before the words of the first line that a link is made of.
_FIRST_LINE = re.compile(r"((?:(?:[\-#>]+|\d+\.) +)*)(.+)")
_SIGNED = frozenset({"b", "strong", "em", "i"})
_PLAIN_CODE = re.compile(r"(?! )[\w .,:;/()+#@%*~?!'\"\-\[\]]+(?<! )\Z")
_IN_ADDRESS = re.compile(r"[\s\"'<>`{}|\\^()\[\]*_~\ufffc]|&(?=#|\w+(?![\w=]))")


def markdown(html: str, markup: bool) -> str:
    """Clean HTML as Markdown; `markup`: whether HTML may stand in it."""
    text: str = _Converter(markup).convert(_HEXO.sub("\\1\ufffd", _PRIVATE.sub("\ufffd", html)))
    return _PRIVATE.sub(_restored, text).strip("\n") + "\n"


def _restored(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"&#{code - _REFERENCE};" if code >= _REFERENCE else chr(code - _MARKUP)


def _reference(text: str) -> str:
    """`text` as references, spelt by private characters; letters, digits and most of what lies beyond ASCII stay."""
    return "".join(chr(_REFERENCE + ord(c)) if _SPELT.match(c) else c for c in text)


def _markup(text: str) -> str:
    """`text` that is written as it stands."""
    return "".join(chr(_MARKUP + ord(c)) if ord(c) < 0x80 else c for c in text)


def _escaped(text: str) -> str:
    done: list[str] = []
    at = 0
    while start := _LIST.match(text, at):
        done += (start[1], _reference(start[2]))
        at = start.end()
    return "".join(done) + _ACTIVE.sub(lambda match: _reference(match[0]), text[at:])


def _address(url: str) -> str:
    spelt = _IN_ADDRESS.sub(lambda c: "&amp;" if c[0] == "&" else "".join(f"%{b:02X}" for b in c[0].encode()), url)
    return placeholders.IN_BODIES.sub(placeholders.in_address, spelt)


def _attribute(el: Tag, name: str) -> str:
    return str(el.get(name) or "")


class _Converter(MarkdownConverter):
    def __init__(self, markup: bool) -> None:
        super().__init__(heading_style="atx", bullets="-")
        self.markup = markup

    def convert_soup(self, soup: BeautifulSoup) -> str:
        # Hugo, which reads references before it looks for its marks.
        for text in [] if self.markup else soup.find_all(string=placeholders.IN_BODIES):
            text.replace_with(placeholders.IN_BODIES.sub(placeholders.as_wide, text))
        for img in [] if self.markup else soup.find_all(alt=placeholders.IN_BODIES):
            img["alt"] = placeholders.IN_BODIES.sub(placeholders.as_wide, _attribute(img, "alt"))
        written: str = super().convert_soup(soup)
        return written

    def escape(self, text: str, parent_tags: Any) -> str:
        return _escaped(text)

    def marked(self, tag: str, text: str) -> str:
        """`text` in a tag; alone where there may be none, or where blocks are in it, at which Markdown ends a tag."""
        if not text.strip() or "\n\n" in text or not self.markup:
            return text
        return f"{_markup(f'<{tag}>')}{text}{_markup(f'</{tag}>')}"

    def signed(self, el: Tag, tag: str, text: str, sign: str) -> str:
        """`text` between two signs where these are sure to be read as such, else as `marked` has it."""
        words = text.strip()
        touching = [side for side in (el.previous_sibling, el.next_sibling) if isinstance(side, Tag)]
        alone = not any(side.name in _SIGNED for side in touching)
        if words and alone and "\n\n" not in words and words[0].isalnum() and words[-1].isalnum():
            return text.replace(words, f"{sign}{words}{sign}")
        return self.marked(tag, text)

    def convert_b(self, el: Tag, text: str, parent_tags: Any) -> str:
        return self.signed(el, "strong", text, "**")

    def convert_em(self, el: Tag, text: str, parent_tags: Any) -> str:
        return self.signed(el, "em", text, "*")

    convert_strong, convert_i = convert_b, convert_em

    def convert_sub(self, el: Tag, text: str, parent_tags: Any) -> str:
        return self.marked(el.name, text)

    convert_sup = convert_del = convert_s = convert_q = convert_u = convert_ins = convert_mark = convert_sub
    convert_ruby = convert_rt = convert_rp = convert_small = convert_strike = convert_sub

    def convert_code(self, el: Tag, text: str, parent_tags: Any) -> str:
        raw = el.get_text()
        if "pre" in parent_tags or not raw:
            return text
        if _PLAIN_CODE.match(raw):
            return f"`{raw}`"
        return self.marked("code", _reference(raw))

    convert_kbd = convert_samp = convert_tt = convert_code

    def convert_pre(self, el: Tag, text: str, parent_tags: Any) -> str:
        for line in el.find_all("br"):
            line.replace_with("\n")
        raw = el.get_text()
        if self.markup:
            # A browser drops a newline that follows <pre>, so one that is meant is written twice.
            inside = f"\n{raw}" if raw[:1] == "\n" else raw
            return "\n\n" + _markup("<pre>") + _verbatim(inside) + _markup("</pre>") + "\n\n"
        alone = not parent_tags - {"[document]", "div", "section", "figure"}
        if alone and not re.search(r"```|\{\{[<%]|<!--", raw):
            return _markup("\n\n```\n" + raw.strip("\n") + "\n```\n\n")
        return "\n\n" + "  \n".join(map(_reference, filter(str.strip, raw.split("\n")))) + "\n\n"

    def convert_a(self, el: Tag, text: str, parent_tags: Any) -> str:
        address = _address(_attribute(el, "href"))
        if not address or not text.strip():
            return text
        if "\n\n" in text.strip():  # Markdown ends a link with its paragraph
            return _FIRST_LINE.sub(lambda line: f"{line[1]}[{line[2]}]({address})", text, count=1)
        words = text.strip()
        return text.replace(words, f"[{words}]({address})")

    def convert_img(self, el: Tag, text: str, parent_tags: Any) -> str:
        alt = harmless(" ".join(_attribute(el, "alt").split()))
        source, written = _address(_attribute(el, "src")), _escaped(alt)
        if written == alt or not self.markup:
            return f"![{written}]({source})"
        # As a tag: markdown-it loses references in an alternative text.
        tag = f'<img src="{source}" alt="'
        return _markup(tag) + _verbatim(alt) + _markup('">')

    def convert_video(self, el: Tag, text: str, parent_tags: Any) -> str:
        source = el if el.get("src") else el.find("source", src=True)
        address = _attribute(source, "src") if source else ""
        return f"[{_escaped(address)}]({_address(address)})" if address else text

    convert_audio = convert_video

    def convert_ol(self, el: Tag, text: str, parent_tags: Any) -> str:
        layout: str = super().convert_ol(el, text, parent_tags)  # type: ignore[misc]
        # A list that does not begin with 1 would go on with the paragraph above it.
        return f"\n{layout}" if el.get("start", "1") != "1" else layout

    def convert_blockquote(self, el: Tag, text: str, parent_tags: Any) -> str:
        quotation: str = super().convert_blockquote(el, text, parent_tags)  # type: ignore[misc]
        # A tag alone on the line above would take it for its own.
        return f"\n{quotation}"

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: Any) -> str:
        heading: str = super().convert_hN(n, el, text, parent_tags)  # type: ignore[misc]
        return heading if text.strip(" \n") else ""

    def convert_hr(self, el: Tag, text: str, parent_tags: Any) -> str:
        return "\n\n***\n\n"

    def convert_block(self, el: Tag, text: str, parent_tags: Any) -> str:
        words = text.strip(" \n")
        return f" {words} " if "_inline" in parent_tags else f"\n\n{words}\n\n"

    convert_dl = convert_dt = convert_dd = convert_figure = convert_block
    convert_details = convert_summary = convert_address = convert_block


def _verbatim(text: str) -> str:
    """Preformatted text on one line, as references but for its words and blanks."""
    return _reference(text).replace(chr(_REFERENCE + 32), chr(_MARKUP + 32))
