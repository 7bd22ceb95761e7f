"""The formats there are, by name."""

from newscrawl.posts.astro import ASTRO
from newscrawl.posts.eleventy import ELEVENTY
from newscrawl.posts.format import Format
from newscrawl.posts.hexo import HEXO
from newscrawl.posts.hugo import HUGO
from newscrawl.posts.jekyll import JEKYLL
from newscrawl.posts.obsidian import OBSIDIAN
from newscrawl.posts.pelican import PELICAN
from newscrawl.posts.zola import ZOLA

FORMATS: dict[str, Format] = {
    form.name: form for form in (HEXO, HUGO, JEKYLL, ELEVENTY, ZOLA, PELICAN, ASTRO, OBSIDIAN)
}
