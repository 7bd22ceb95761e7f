"""Bodies as Markdown, for those who want to go on writing in them (`-s POST_BODY=markdown`)."""

from importlib.util import find_spec

from newscrawl.clean import clean_body
from newscrawl.errors import with_extra


def missing() -> str:
    """What to install where Markdown cannot be written; "" where it can."""
    return "" if find_spec("markdownify") else f"Markdown bodies need markdownify: {with_extra('markdown')}"


def markdown_body(body: str, url: str, markup: bool = True) -> str:
    """The body of a post as Markdown, ending with a newline.

    `markup`: whether the generator shows HTML within Markdown, by which `<pre>`, `<sub>` and the like are kept. Where
    not (Hugo as it comes), code blocks are fenced and the rest is text.
    """
    # Not at the top: it is an extra, and loading it takes longer than writing a post.
    from newscrawl.posts.markdown_layout import markdown

    return markdown(clean_body(body, url), markup)
