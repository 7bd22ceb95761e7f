"""Strings of a page's data as HTML: with tags, in Markdown, or with a paragraph a line."""

import re
from html import escape, unescape

from newscrawl.extract.body.state_markdown import html_of_markdown, is_markdown

SHORTEST = 300
"""Characters. What is shorter is a summary."""

PARAGRAPH = re.compile(r"<p[\s>]|<br", re.I)

SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|(?:vc|et_pb|su|fusion|av)_\w{1,40})(?:\s[^\[\]<>]{0,500})?/?\]"
)
"""What WordPress and its page builders fill in when they show a text."""


def weighed(text: str) -> int:
    """The length of a text in Latin characters, of which an ideograph says as much as two and a half."""
    return int(len(text) + 1.5 * sum("\u2e80" <= sign < "\uffef" for sign in text))


def unescaped(text: str) -> str:
    """A text whose tags are written as entities, with its tags."""
    return unescape(text) if "&lt;p" in text[:2000] else text


def html_of_lines(text: str) -> str:
    """A text whose lines are its paragraphs, or Markdown."""
    if is_markdown(text):
        return html_of_markdown(text)
    lines = [escape(line.strip(), quote=False) for line in re.split(r"\r?\n\s*|\r", text) if line.strip()]
    return "".join(f"<p>{line}</p>" for line in lines)
