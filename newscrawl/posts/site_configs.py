"""What the site around the posts should say, per format: lines for its config, with the reason beside each.

Addresses that they make are short, never change and never meet: the date stands once, and so does the news site.
"""

from newscrawl.posts.format import PostOptions, theme_names

_HEXO = """\
# For _config.yml, in place of the lines of these names.
# Folder and file name of the post: the date stands there already, and two news sites' posts never meet.
permalink: :title/
# A post without `updated` was last changed on its date, not when its file was copied.
updated_option: date
# Themes cut long words of headlines off on a phone, or let them run off it, and in landscape the numbers of two columns
# touch. In a new file scripts/long-words.js:
# hexo.extend.injector.register("head_end", "<style>h1, h2, h3, a { overflow-wrap: anywhere } \
.article-entry :is(td, th) { padding-right: 1em }</style>");
"""

_HUGO = """\
# For hugo.toml. Addresses need nothing: /posts/<site>/<date>-<title>/.
# Shows the HTML of the posts, which is clean; not needed with POST_BODY=markdown.
[markup.goldmark.renderer]
unsafe = true
"""

_DOKS = """\
# Doks' posts go to content/blog/. Leave out `blog` under [permalinks], as its starter has it: made of titles alone,
# the addresses of two posts can be one.
# On a phone long words of headlines run off the page. In the site's file assets/scss/common/_custom.scss:
# h1, h2, h3, a, .lead { overflow-wrap: anywhere }
"""

_JEKYLL = """\
# For _config.yml. Without the categories, which change when a news site renames a section.
# Where posts of several news sites stand together, POST_NAME={date}-{site}-{slug} keeps equal titles apart.
permalink: /:year/:month/:day/:title/
"""

_MINIMA = """\
# On a phone minima lets long words of headlines run off the page. In a new file assets/main.scss:
# ---
# ---
# @import "minima";
# h1, h2, h3, a { overflow-wrap: anywhere }
"""

_CHIRPY = """\
# Chirpy says below each post that it is under CC BY 4.0: in a copy of its _data/locales/en.yml (or your language's),
# leave out `template` under copyright, license. Authors it shows from your _data/authors.yml alone; POST_SOURCE_LINE
# can name them.
"""

_ELEVENTY = """\
// For eleventy.config.js: a layout for every post of a folder without a file of its own, and a list of them all.
// Addresses need nothing: /<folder>/<site>/<date>-<title>/.
eleventyConfig.addGlobalData("layout", "post.njk");
eleventyConfig.addCollection("news", (api) => api.getFilteredByGlob("posts/**/*.md"));
// Where tags have pages: Eleventy's own writes nothing for 北京, and two tags with one address end the build.
eleventyConfig.addFilter("slugify", (text) => String(text).toLowerCase().replace(/[^\\p{L}\\p{M}\\p{N}]+/gu, "-"));
"""

_ZOLA = """\
# For zola.toml (config.toml of older sites), above the first [section].
# Zola does not build posts with categories and tags that it has not been told of.
taxonomies = [{name = "categories"}, {name = "tags"}]
"""

_PELICAN = """\
# For pelicanconf.py.
# The slug ends with digits of the article's address, so no date is needed to tell two apart.
ARTICLE_URL = "posts/{slug}/"
ARTICLE_SAVE_AS = "posts/{slug}/index.html"
ARTICLE_LANG_URL, ARTICLE_LANG_SAVE_AS = "posts/{lang}/{slug}/", "posts/{lang}/{slug}/index.html"
"""

_ASTRO = """\
// For src/content.config.ts: the keys of a post.
const posts = defineCollection({
  loader: glob({ base: "./src/content/posts", pattern: "**/*.md" }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    pubDate: z.coerce.date().optional(),
    updatedDate: z.coerce.date().optional(),
    heroImage: z.string().optional(),
    categories: z.array(z.string()).default([]),
    tags: z.array(z.string()).default([]),
    author: z.string().optional(),
    source: z.string(),
  }),
});
// For astro.config.mjs: quotation marks as the article has them.
//   markdown: { smartypants: false }
"""

_OBSIDIAN = "A vault needs no settings: link the posts' folder into it.\n"

_CONFIGS = {
    "hexo": _HEXO, "hugo": _HUGO, "jekyll": _JEKYLL, "eleventy": _ELEVENTY, "zola": _ZOLA, "pelican": _PELICAN,
    "astro": _ASTRO, "obsidian": _OBSIDIAN,
}  # fmt: skip

_OF_THEMES = {("hugo", "doks"): _DOKS, ("jekyll", "minima"): _MINIMA, ("jekyll", "chirpy"): _CHIRPY}


def site_config(format: str, options: PostOptions) -> str:
    """The lines for a site of a format, ready to be copied."""
    more = ""
    if format == "hexo" and options.timezone:
        more = f"# As POST_TIMEZONE says.\ntimezone: {options.timezone}\n"
    for name in theme_names(options.theme):
        more += _OF_THEMES.get((format, name), "")
    return _CONFIGS[format] + more
