"""Markdown in a page's data as HTML: what newsrooms write in it, not all that it may hold."""

import re
from collections.abc import Iterator
from html import escape

_SIGNS = re.compile(r"^#{1,6} \S|\]\((?:https?:/)?/|\*\*\S|^[-*] \S|^> \S", re.M)
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_POINT = re.compile(r"[-*+]\s+|\d{1,3}[.)]\s+")
_FENCE = re.compile(r"```|~~~")
_RULE = re.compile(r"(?:[-*_] ?){3,80}$")
_PICTURE = re.compile(r"!\[([^\[\]]{0,300})\]\(\s*([^\s()]{1,500})(?:\s+\"([^\"]{0,300})\")?\s*\)")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\(\s*([^\s()]{1,500})(?:\s+\"[^\"]{0,300}\")?\s*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,500})(?<=\S)\1")
_STRESS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_]{1,500})(?<=\S)\1(?![\w*_])")
_CODE = re.compile(r"`([^`]{1,300})`")


def is_markdown(text: str) -> bool:
    """Whether a text without marks of HTML has some of Markdown."""
    return _SIGNS.search(text) is not None


def html_of_markdown(text: str) -> str:
    """A text in Markdown as HTML; paragraphs end at an empty line."""
    return "".join(map(_block, _blocks(text)))


def _blocks(text: str) -> Iterator[list[str]]:
    """The lines of each block."""
    block: list[str] = []
    is_code = False
    for line in text.replace("\r\n", "\n").split("\n"):
        is_fence = _FENCE.match(line.lstrip()) is not None
        begins = is_fence and not is_code
        if not is_code and block and (begins or not line.strip() or _begins(line, block[-1])):
            yield block
            block = []
        if is_code or line.strip():
            block.append(line)
        is_code ^= is_fence
        if is_fence and not is_code:
            yield block
            block = []
    if block:
        yield block


def _begins(line: str, before: str) -> bool:
    """Whether a line is another block than the one before it."""
    start, last = line.lstrip(), before.lstrip()
    if _HEADING.match(start) or _HEADING.match(last):
        return True
    return start.startswith(">") != last.startswith(">") or (bool(_POINT.match(start)) and not _POINT.match(last))


def _block(lines: list[str]) -> str:
    first = lines[0].lstrip()
    if _FENCE.match(first):
        code = lines[1:-1] if _FENCE.match(lines[-1].lstrip()) and len(lines) > 1 else lines[1:]
        return f"<pre><code>{escape(chr(10).join(code), quote=False)}</code></pre>"
    if heading := _HEADING.match(first):
        level = max(2, len(heading[1]))
        return f"<h{level}>{_inline(first[heading.end() :].rstrip('# '))}</h{level}>"
    if first.startswith(">"):
        return f"<blockquote>{html_of_markdown(chr(10).join(line.lstrip(' >') for line in lines))}</blockquote>"
    if _RULE.match(first) and len(lines) == 1:
        return "<hr>"
    if _POINT.match(first):
        return _list(lines)
    text = " ".join(line.strip() for line in lines)
    if picture := _PICTURE.fullmatch(text):
        return _picture(picture)
    return f"<p>{_inline(text)}</p>"


def _list(lines: list[str]) -> str:
    items: list[str] = []
    for line in lines:
        if point := _POINT.match(line.lstrip()):
            items.append(line.lstrip()[point.end() :])
        else:
            items[-1] += f" {line.strip()}"
    tag = "ol" if lines[0].lstrip()[0].isdigit() else "ul"
    return f"<{tag}>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</{tag}>"


def _inline(text: str) -> str:
    html = text if "<" in text else escape(text, quote=False).replace("&amp;", "&")
    html = _PICTURE.sub(_picture, html)
    html = _LINK.sub(lambda link: f'<a href="{escape(link[2])}">{link[1]}</a>', html)
    html = _STRONG.sub(r"<strong>\2</strong>", html)
    html = _STRESS.sub(r"<em>\2</em>", html)
    return _CODE.sub(r"<code>\1</code>", html)


def _picture(picture: re.Match[str]) -> str:
    below = f"<figcaption>{escape(picture[3])}</figcaption>" if picture[3] else ""
    return f'<figure><img src="{escape(picture[2])}" alt="{escape(picture[1])}">{below}</figure>'
