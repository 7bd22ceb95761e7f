# ruff: noqa: E501 - markup reads better unwrapped
"""Sites as well-known systems make them: routes, heads, feeds, sitemaps and markup as theirs are, stories of our own."""

import html
import json
import random
from collections.abc import Callable
from typing import Any

from tests.support.news_sites import WHAT, WHO, XML, Site, Story, index, rss, stories, urlset


def paragraphs(story: Story) -> list[str]:
    chance = random.Random(story.title)
    return [
        f"{story.title}, the {chance.choice(WHO)} told us on day {n + 1} of the work. It began at the {chance.choice(WHAT)} and "
        f"went on to the {chance.choice(WHAT)}, where {chance.randrange(3, 90)} people waited for the {chance.choice(WHO)}."
        for n in range(7)
    ]


def text(story: Story) -> str:
    return "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs(story))


def document(title: str, body: str, head: str = "", classes: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width">'
        f'<title>{html.escape(title)}</title>{head}</head><body class="{classes}">{body}</body></html>'
    )


def feed_link(path: str, title: str = "Feed") -> str:
    return f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{{home}}{path}">'


def pages_of(items: list[Story], size: int) -> list[list[Story]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


# -- systems that build their pages on the server ----------------------------------------------------------------------
def wordpress() -> Site:
    """WordPress 6 with a block theme: /feed/, comments' feed, REST links, wp-sitemap.xml without dates, /page/2/."""
    site = Site("WordPress", stories(12, lambda s: f"/{s.published:%Y/%m/%d}/{s.path}/", seed=21))
    head = (
        feed_link("/feed/", "Post &raquo; Feed") + feed_link("/comments/feed/", "Post &raquo; Comments Feed")
        + '<link rel="https://api.w.org/" href="{home}/wp-json/"><link rel="EditURI" type="application/rsd+xml" title="RSD" '
        'href="{home}/xmlrpc.php?rsd"><meta name="generator" content="WordPress 6.8.1">'
    )  # fmt: skip
    menu = '<header class="wp-block-template-part"><nav class="wp-block-navigation"><ul><li><a href="{home}/sample-page/">Sample Page</a></li></ul></nav></header>'
    foot = '<footer class="wp-block-template-part"><p>Proudly powered by <a href="https://wordpress.org" rel="nofollow">WordPress</a></p></footer>'
    shown = pages_of(site.stories, 5)
    for number, page in enumerate(shown, start=1):
        items = "".join(
            f'<li class="wp-block-post post-{s.number + 40} post type-post status-publish format-standard hentry category-{s.section}">'
            f'<h2 class="wp-block-post-title has-large-font-size"><a href="{{home}}{s.path}" target="_self">{s.title}</a></h2>'
            f'<div class="wp-block-post-date"><time datetime="{s.published.isoformat()}"><a href="{{home}}{s.path}">{s.published:%B %d, %Y}</a></time></div></li>'
            for s in page
        )
        older = f'<a href="{{home}}/page/{number + 1}/" class="wp-block-query-pagination-next">Next Page<span aria-hidden="true">→</span></a>'
        more = f'<nav class="wp-block-query-pagination">{older if number < len(shown) else ""}</nav>'
        body = f'{menu}<main class="wp-block-group"><div class="wp-block-query"><ul class="wp-block-post-template">{items}</ul>{more}</div></main>{foot}'
        site.put(
            "/" if number == 1 else f"/page/{number}/", document("Post", body, head, "home blog wp-embed-responsive")
        )
    for s in site.stories:
        body = (
            f'{menu}<main class="wp-block-group"><h1 class="wp-block-post-title">{s.title}</h1><div class="wp-block-post-date"><time datetime="{s.published.isoformat()}">'
            f'{s.published:%B %d, %Y}</time></div><div class="entry-content wp-block-post-content">{text(s)}</div><div class="taxonomy-category wp-block-post-terms">'
            f'<a href="{{home}}/category/{s.section}/" rel="tag">{s.section}</a></div><div class="wp-block-comments"><h2>Comments</h2></div></main>{foot}'
        )
        links = (
            f'<link rel="canonical" href="{{home}}{s.path}"><link rel="shortlink" href="{{home}}/?p={s.number + 40}">'
        )
        site.put(s.path, document(s.title, body, head + links, "single single-post"))
    site.put("/feed/", rss(site.stories[:5]), "application/rss+xml; charset=UTF-8")
    site.put("/comments/feed/", rss([]), "application/rss+xml; charset=UTF-8")
    site.put(
        "/sample-page/",
        document("Sample Page", f"{menu}<main><h1>Sample Page</h1><p>An example page.</p></main>{foot}", head),
    )
    site.put(
        "/robots.txt",
        "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\nSitemap: {home}/wp-sitemap.xml\n",
        "text/plain",
    )
    names = ("posts-post-1", "posts-page-1", "taxonomies-category-1", "users-1")
    site.put("/wp-sitemap.xml", index(*(f"/wp-sitemap-{name}.xml" for name in names)), XML)
    bare = [
        "".join(f"<url><loc>{{home}}{path}</loc></url>" for path in paths)
        for paths in (
            [s.path for s in site.stories[::-1]],
            ["/", "/sample-page/"],
            ["/category/news/"],
            ["/author/admin/"],
        )
    ]
    for name, entries in zip(names, bare, strict=True):
        site.put(
            f"/wp-sitemap-{name}.xml",
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>',
            XML,
        )
    return site


def drupal() -> Site:
    """Drupal 10: a view of teasers with ?page=1, /rss.xml with guids that are no addresses, aliases beside /node/7."""
    site = Site("Drupal", stories(13, lambda s: f"/{s.section}/{s.path}", seed=22))
    head = '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">' + feed_link(
        "/rss.xml", "Front page feed"
    )
    menu = '<nav role="navigation" class="block block-menu menu--main"><ul class="menu"><li class="menu-item"><a href="/" data-drupal-link-system-path="&lt;front&gt;">Home</a></li><li class="menu-item"><a href="/contact">Contact</a></li><li><a href="/user/login">Log in</a></li></ul></nav>'
    shown = pages_of(site.stories, 5)
    for number, page in enumerate(shown):
        rows = "".join(
            f'<div class="views-row"><article data-history-node-id="{s.number + 7}" class="node node--type-article node--promoted node--view-mode-teaser"><h2 class="node__title">'
            f'<a href="{s.path}" rel="bookmark"><span class="field field--name-title field--type-string field--label-hidden">{s.title}</span></a></h2><footer class="node__meta"><span>Submitted by <span lang="" typeof="schema:Person">ann</span> on '
            f'<time datetime="{s.published.isoformat()}">{s.published:%a, %m/%d/%Y - %H:%M}</time></span></footer><ul class="links inline"><li class="node-readmore"><a href="{s.path}" rel="tag" title="{s.title}">Read more<span class="visually-hidden"> about {s.title}</span></a></li></ul></article></div>'
            for s in page
        )
        further = f'<li class="pager__item pager__item--next"><a href="?page={number + 1}" title="Go to next page" rel="next"><span class="visually-hidden">Next page</span><span aria-hidden="true">Next ›</span></a></li>'
        pager = f'<nav class="pager" role="navigation"><ul class="pager__items js-pager__items">{further if number + 1 < len(shown) else ""}</ul></nav>'
        site.put(
            f"/?page={number}" if number else "/",
            document(
                "Welcome! | Post",
                f'<div class="layout-container">{menu}<main role="main"><div class="views-element-container"><div class="view view-frontpage">{rows}{pager}</div></div></main></div>',
                head,
                "path-frontpage",
            ),
        )
    for s in site.stories:
        body = (
            f'<div class="layout-container">{menu}<main role="main"><h1 class="page-title"><span class="field field--name-title">{s.title}</span></h1><article data-history-node-id="{s.number + 7}" class="node node--type-article node--view-mode-full"><footer class="node__meta">Submitted by '
            f'<a href="/user/3">ann</a> on <time datetime="{s.published.isoformat()}">{s.published:%a, %m/%d/%Y}</time></footer><div class="clearfix text-formatted field field--name-body field--type-text-with-summary">{text(s)}</div></article></main></div>'
        )
        site.put(
            s.path,
            document(
                f"{s.title} | Post",
                body,
                f'{head}<link rel="canonical" href="{{home}}{s.path}"><link rel="shortlink" href="{{home}}/node/{s.number + 7}">',
                "path-node page-node-type-article",
            ),
        )
    items = "".join(
        f'<item><title>{s.title}</title><link>{{home}}{s.path}</link><description>{html.escape(text(s))}</description><pubDate>{s.published:%a, %d %b %Y %H:%M:%S} +0000</pubDate><dc:creator>ann</dc:creator><guid isPermaLink="false">{s.number + 7} at {{home}}</guid></item>'
        for s in site.stories[:10]
    )
    site.put(
        "/rss.xml",
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:base="{{home}}/"><channel><title>Post</title><link>{{home}}/</link>{items}</channel></rss>',
        "application/rss+xml; charset=utf-8",
    )
    site.put(
        "/robots.txt",
        "User-agent: *\nAllow: /core/*.css$\nDisallow: /core/\nDisallow: /admin/\nDisallow: /node/add/\nDisallow: /search/\nDisallow: /user/login\n",
        "text/plain",
    )
    for path, title in (("/contact", "Contact"), ("/user/3", "ann")):
        site.put(path, document(title, f"{menu}<main><h1>{title}</h1></main>", head))
    return site


def ghost() -> Site:
    """Ghost 5: /rss/, an index of sitemaps, cards with lazy pictures, /page/2/; the newest story is for members only."""
    site = Site("Ghost", stories(11, lambda s: f"/{s.path}/", seed=23))
    head = (
        feed_link("/rss/", "Post")
        + '<meta name="generator" content="Ghost 5.96"><link rel="amphtml" href="{home}/amp/">'
    )
    menu = '<header class="gh-head"><nav class="gh-head-menu"><ul class="nav"><li class="nav-home"><a href="{home}/">Home</a></li><li class="nav-about"><a href="{home}/about/">About</a></li></ul></nav><a class="gh-head-button" href="#/portal/signup" data-portal="signup">Subscribe</a></header>'
    shown = pages_of(site.stories, 4)
    for number, page in enumerate(shown, start=1):
        cards = "".join(
            f'<article class="gh-card post"><a class="gh-card-link" href="{s.path}"><figure class="gh-card-image"><img srcset="/content/images/size/w300/{s.number}.jpg 300w" loading="lazy" alt="{s.title}"></figure><div class="gh-card-wrapper">'
            f'<h3 class="gh-card-title is-title">{s.title}</h3><footer class="gh-card-meta"><span class="gh-card-author">By Ann Lee</span><time class="gh-card-date" datetime="{s.published:%Y-%m-%d}">{s.published:%d %b %Y}</time></footer></div></a></article>'
            for s in page
        )
        rel = f'<link rel="next" href="{{home}}/page/{number + 1}/">' if number < len(shown) else ""
        site.put(
            "/" if number == 1 else f"/page/{number}/",
            document(
                "Post",
                f'<div class="gh-viewport">{menu}<main class="gh-main"><div class="gh-feed">{cards}</div></main></div>',
                head + rel,
                "home-template",
            ),
        )
    for s in site.stories:
        data = {
            "@context": "https://schema.org",
            "@type": "Article",
            "author": {"@type": "Person", "name": "Ann Lee"},
            "headline": s.title,
            "url": "{home}" + s.path,
            "datePublished": s.published.isoformat(),
        }
        stub = f'<p>{paragraphs(s)[0]}</p><aside class="gh-post-upgrade-cta"><div class="gh-post-upgrade-cta-content"><h2>This post is for paying subscribers only</h2><a class="gh-btn" data-portal="signup" href="#/portal/signup">Subscribe now</a></div></aside>'
        body = f'<div class="gh-viewport">{menu}<main class="gh-main"><article class="gh-article post"><header class="gh-article-header gh-canvas"><h1 class="gh-article-title is-title">{s.title}</h1></header><section class="gh-content gh-canvas">{text(s) if s.number else stub}</section></article></main></div>'
        site.put(
            s.path,
            document(
                s.title,
                body,
                f'{head}<link rel="canonical" href="{{home}}{s.path}"><meta property="og:type" content="article"><script type="application/ld+json">{json.dumps(data)}</script>',
                "post-template",
            ),
        )
    site.put(
        "/about/", document("About", f"{menu}<main><h1>About this site</h1><p>A paper by the sea.</p></main>", head)
    )
    site.put("/rss/", rss(site.stories[:6]), "application/rss+xml; charset=utf-8")
    site.put(
        "/robots.txt",
        "User-agent: *\nSitemap: {home}/sitemap.xml\nDisallow: /ghost/\nDisallow: /email/\nDisallow: /r/\n",
        "text/plain",
    )
    site.put(
        "/sitemap.xml",
        index("/sitemap-pages.xml", "/sitemap-posts.xml", "/sitemap-authors.xml", "/sitemap-tags.xml"),
        XML,
    )
    site.put("/sitemap-posts.xml", urlset(site.stories), XML)
    for name, path in (("pages", "/about/"), ("authors", "/author/ann/"), ("tags", "/tag/news/")):
        site.put(f"/sitemap-{name}.xml", urlset([], other=(path,)), XML)
    return site


def discourse() -> Site:
    """Discourse as crawlers see it: topics in a table, rel=next, /latest.rss, sitemap_recent.xml, answers below a topic."""
    site = Site("Discourse", stories(12, lambda s: f"/t/{s.path}/{s.number + 310}", seed=24))
    head = (
        feed_link("/latest.rss", "Latest topics")
        + '<meta name="generator" content="Discourse 3.5.0 - https://github.com/discourse/discourse">'
    )
    shown = pages_of(site.stories, 6)
    for number, page in enumerate(shown):
        rows = "".join(
            f'<tr class="topic-list-item" id="topic-list-item-{s.number + 310}"><td class="main-link" itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><meta itemprop="name" content="{s.title}"><meta itemprop="url" content="{{home}}{s.path}"><span class="link-top-line">'
            f'<a itemprop="url" href="{{home}}{s.path}" class="title raw-link raw-topic-link">{s.title}</a></span><div class="link-bottom-line"><a href="{{home}}/c/{s.section}/5" class="badge-wrapper bullet">{s.section}</a></div></td><td class="replies"><span class="posts" title="posts">4</span></td><td>{s.published:%B %d, %Y}</td></tr>'
            for s in page
        )
        more = f'<div role="navigation" itemscope itemtype="http://schema.org/SiteNavigationElement"><span itemprop="name"><a rel="next" itemprop="url" href="/latest?no_definitions=true&amp;page={number + 1}">next page →</a></span></div>'
        body = f'<header><a href="/">Post</a></header><div id="main-outlet" class="wrap" role="main"><div itemscope itemtype="https://schema.org/ItemList"><table class="topic-list"><tbody>{rows}</tbody></table></div>{more if number + 1 < len(shown) else ""}</div><footer class="container wrap"><nav class="crawler-nav"><a href="/">Home</a> <a href="/categories">Categories</a> <a href="/guidelines">Guidelines</a></nav></footer>'
        site.put(
            f"/latest?no_definitions=true&page={number}" if number else "/",
            document("Post forum", body, head, "crawler"),
        )
    for s in site.stories:
        posts = "".join(
            f'<div id="post_{n}" itemprop="{"" if n == 1 else "comment"}" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/u/{who}"><span itemprop="name">{who}</span></a></span><span class="crawler-post-infos"><time datetime="{s.published.isoformat()}" class="post-time">{s.published:%B %d, %Y}</time></span></div><div class="post" itemprop="text">{said}</div></div>'
            for n, who, said in ((1, "ann", text(s)), (2, "bob", "<p>Thank you, that was new to me.</p>"))
        )
        body = f'<header><a href="/">Post</a></header><div id="main-outlet" class="wrap" role="main"><div id="topic-title"><h1><a href="{s.path}">{s.title}</a></h1></div><div itemscope itemtype="http://schema.org/DiscussionForumPosting"><meta itemprop="headline" content="{s.title}"><meta itemprop="datePublished" content="{s.published.isoformat()}">{posts}</div></div>'
        site.put(
            s.path,
            document(
                f"{s.title} - {s.section} - Post forum",
                body,
                f'{head}<link rel="canonical" href="{{home}}{s.path}"><meta property="article:published_time" content="{s.published.isoformat()}">',
                "crawler",
            ),
        )
    site.put("/latest.rss", rss(site.stories[:8]), "application/rss+xml; charset=utf-8")
    site.put(
        "/robots.txt",
        "User-agent: *\nDisallow: /admin/\nDisallow: /auth/\nDisallow: /u/\nDisallow: /search\nDisallow: /*?api_key*\nSitemap: {home}/sitemap.xml\n",
        "text/plain",
    )
    site.put("/sitemap.xml", index("/sitemap_recent.xml", "/sitemap_1.xml"), XML)
    site.put("/sitemap_recent.xml", urlset(site.stories[:5]), XML)
    site.put("/sitemap_1.xml", urlset(site.stories), XML)
    return site


# -- systems that send their pages' data to scripts --------------------------------------------------------------------
def script(data: Any, attributes: str = "") -> str:
    return f"<script {attributes}>{json.dumps(data)}</script>".replace("</p", "<\\/p")


def arc() -> Site:
    """Arc XP: a front page whose stories are in Fusion's cache alone, articles as content_elements."""
    site = Site("Arc", stories(8, lambda s: f"/{s.section}/{s.published:%Y/%m/%d}/{s.path}/", seed=25))

    def element(s: Story) -> dict[str, Any]:
        return {
            "_id": f"ARC{s.number}", "type": "story", "canonical_url": s.path, "websites": {"post": {"website_url": s.path}}, "headlines": {"basic": s.title},
            "description": {"basic": "What came of it."}, "display_date": s.published.isoformat(), "publish_date": s.published.isoformat(),
            "credits": {"by": [{"type": "author", "name": "Ann Lee", "url": "/author/ann-lee/"}]}, "taxonomy": {"primary_section": {"_id": f"/{s.section}", "name": s.section}},
        }  # fmt: skip

    def fusion(content: dict[str, Any], cache: dict[str, Any]) -> str:
        return (
            '<script id="fusion-metadata" type="application/javascript">window.Fusion=window.Fusion||{};Fusion.arcSite="post";Fusion.contextPath="/pf";'
            f'Fusion.globalContent={json.dumps(content)};Fusion.globalContentConfig={{}};Fusion.lastModified=1763600000000;Fusion.contentCache={json.dumps(cache)};Fusion.layout="default"</script>'
        )

    app = '<div id="fusion-app" class="c-stack"><header class="page-header"><nav id="main-nav"><a href="/" class="c-link">Post</a></nav></header></div>'
    feed = {
        "story-feed-query": {
            '{"feedSize":8,"query":"type:story"}': {
                "data": {"type": "results", "content_elements": [element(s) for s in site.stories]},
                "expires": 1763600000000,
            }
        }
    }
    site.put(
        "/",
        document(
            "Post",
            app + fusion({}, feed),
            '<script type="application/javascript" src="/pf/dist/engine/react.js?d=210" defer></script>',
        ),
    )
    for s in site.stories:
        whole = {
            **element(s),
            "content_elements": [
                {"_id": f"P{n}", "type": "text", "content": paragraph} for n, paragraph in enumerate(paragraphs(s))
            ],
        }
        site.put(
            s.path,
            document(
                f"{s.title} – Post",
                app + fusion(whole, {}),
                f'<meta property="og:title" content="{s.title}"><meta property="og:type" content="article">',
            ),
        )
    return site


def next_pages() -> Site:
    """Next.js with pages: nothing but __NEXT_DATA__ on the front page and in the articles."""
    site = Site("Next.js", stories(9, lambda s: f"/stories/{s.path}-{s.number:04x}", seed=26))

    def page(title: str, props: dict[str, Any], route: str) -> str:
        data = {
            "props": {"pageProps": props, "__N_SSG": True},
            "page": route,
            "query": {},
            "buildId": "Zk3",
            "isFallback": False,
            "gsp": True,
            "scriptLoader": [],
        }
        return document(
            title,
            f'<div id="__next"></div>{script(data, "id=__NEXT_DATA__ type=application/json")}',
            '<script src="/_next/static/chunks/main-1a.js" defer=""></script>',
        )

    menu = [{"title": "About us", "url": "/about"}, {"title": "Contact", "url": "/contact"}]
    teasers = [
        {
            "id": s.number,
            "slug": s.slug,
            "url": s.path,
            "headline": s.title,
            "publishedAt": s.published.isoformat(),
            "image": {"url": "/img/1.jpg", "alt": "A harbour at dawn"},
        }
        for s in site.stories
    ]
    site.put(
        "/",
        page(
            "Post",
            {"menu": menu, "blocks": [{"kind": "hero", "items": teasers[:1]}, {"kind": "grid", "items": teasers[1:]}]},
            "/",
        ),
    )
    for s in site.stories:
        story = {
            "id": s.number,
            "headline": s.title,
            "publishedAt": s.published.isoformat(),
            "authors": [{"name": "Ann Lee"}],
            "body": text(s),
        }
        site.put(s.path, page(s.title, {"menu": menu, "article": story}, "/stories/[slug]"))
    return site


def next_app() -> Site:
    """Next.js with the app router: flight data, its rows cut where the pushes end, texts by reference."""
    site = Site("Next.js app", stories(9, lambda s: f"/{s.section}/{s.path}-{s.number + 88000}", seed=27))

    def flight(*rows: str) -> str:
        data = "".join(rows)
        parts = [data[start : start + 900] for start in range(0, len(data), 900)]
        pushes = "".join(
            f"<script>self.__next_f.push([1,{json.dumps(part)}])</script>".replace("</p", "\\u003c/p") for part in parts
        )
        return f"<script>(self.__next_f=self.__next_f||[]).push([0])</script>{pushes}"

    module = '1:I[4707,["/_next/static/chunks/app/page-2f.js"],"default"]\n'
    head = '<script src="/_next/static/chunks/webpack-9c.js" async=""></script>'
    teasers = [
        ["$", "$L1", str(s.number), {"story": {"href": s.path, "title": s.title, "date": s.published.isoformat()}}]
        for s in site.stories
    ]
    site.put(
        "/",
        document(
            "Post",
            f'<div class="shell"></div>{flight(module, "5:" + json.dumps(["$", "main", None, {"children": teasers}]) + chr(10))}',
            head,
        ),
    )
    for s in site.stories:
        content = text(s)
        row = json.dumps(
            [
                "$",
                "$L1",
                None,
                {
                    "article": {
                        "title": s.title,
                        "publishedAt": s.published.isoformat(),
                        "author": {"name": "Ann Lee"},
                        "content": "$7",
                    }
                },
            ]
        )
        site.put(
            s.path,
            document(
                s.title,
                f'<div class="shell"></div>{flight(module, f"7:T{len(content.encode()):x},{content}", f"5:{row}", chr(10))}',
                head,
            ),
        )
    return site


def nuxt() -> Site:
    """Nuxt 3: __NUXT_DATA__, a flat list whose values refer to each other by number."""
    site = Site("Nuxt", stories(9, lambda s: f"/artikel/{s.path}-{s.number + 5200}", seed=28))

    def flat(value: Any) -> list[Any]:
        out: list[Any] = []

        def put(each: Any) -> int:
            at = len(out)
            out.append(each)
            if isinstance(each, dict):
                out[at] = {key: put(inner) for key, inner in each.items()}
            elif isinstance(each, list):
                out[at] = [put(inner) for inner in each]
            return at

        put(value)
        return out

    def page(title: str, key: str, value: Any) -> str:
        state = flat(
            {"data": {key: value}, "state": {}, "once": [], "_errors": {}, "serverRendered": False, "path": "/"}
        )
        return document(
            title,
            f'<div id="__nuxt"></div>{script(state, "type=application/json data-nuxt-data=nuxt-app data-ssr=false id=__NUXT_DATA__")}',
            '<script type="module" src="/_nuxt/entry.5f.js" crossorigin></script>',
        )

    teasers = [
        {"id": s.number, "path": s.path, "title": s.title, "date": s.published.isoformat()} for s in site.stories
    ]
    site.put("/", page("Post", "front", {"stories": teasers}))
    for s in site.stories:
        site.put(
            s.path,
            page(
                s.title,
                "story",
                {"title": s.title, "date": s.published.isoformat(), "author": "Ann Lee", "body": text(s)},
            ),
        )
    return site


KINDS: tuple[Callable[[], Site], ...] = (wordpress, drupal, ghost, discourse, arc, next_pages, next_app, nuxt)
