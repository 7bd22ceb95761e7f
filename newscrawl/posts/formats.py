"""The formats there are, by name."""

from newscrawl.posts.format import Format
from newscrawl.posts.hexo import HEXO

FORMATS: dict[str, Format] = {form.name: form for form in (HEXO,)}
