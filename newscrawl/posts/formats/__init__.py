"""The formats there are, by name."""

from newscrawl.posts.format import Format
from newscrawl.posts.formats.astro import ASTRO
from newscrawl.posts.formats.eleventy import ELEVENTY
from newscrawl.posts.formats.hexo import HEXO
from newscrawl.posts.formats.hugo import HUGO
from newscrawl.posts.formats.jekyll import JEKYLL
from newscrawl.posts.formats.obsidian import OBSIDIAN
from newscrawl.posts.formats.pelican import PELICAN
from newscrawl.posts.formats.zola import ZOLA

FORMATS: dict[str, Format] = {
    form.name: form for form in (HEXO, HUGO, JEKYLL, ELEVENTY, ZOLA, PELICAN, ASTRO, OBSIDIAN)
}
