"""The article pages of the recording, in the markup that Al Jazeera's sites had in 2021 and have in 2026."""

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

REFERENCE = Path(__file__).resolve().parent.parent / "generators" / "reference" / "post-2021-12-09.md"


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One of the three sites."""

    home: str
    code: str
    lang: str
    direction: str
    name: str
    label: str
    listen: str
    recommended: str
    shared: list[str]


EDITIONS = {
    "chinese": Edition(
        home="https://chinese.aljazeera.net",
        code="chinese",
        lang="zh-hans",
        direction="ltr",
        name="半岛电视台",
        label="新闻",
        listen="收听 (2 分钟)",
        recommended="推荐阅读",
        shared=[
            "<p>{place}的居民在接受采访时说，他们希望这样的变化能够长期保持下去。</p>",
            "<h3 id='next'>下一步</h3>",
            "<p>当地官员说，明年的预算已经为此预留了资金，具体数额将在年底前公布。</p>",
            "<p>有关部门将每月公布一次进展，并邀请居民代表参加评估。</p>",
        ],
    ),
    "english": Edition(
        home="https://www.aljazeera.com",
        code="aje",
        lang="en",
        direction="ltr",
        name="Al Jazeera",
        label="News",
        listen="Listen (2 mins)",
        recommended="Recommended Stories",
        shared=[
            "<p>{place} has waited a long time for this, people who live there told reporters, and few want to go back.</p>",
            '<h2 id="what-comes-next">What comes next</h2>',
            "<p>Officials said that next year’s budget sets money aside, and that the sum will be announced in December.</p>",
            "<p>Progress is to be published once a month, with residents at the table when it is reviewed.</p>",
        ],
    ),
    "arabic": Edition(
        home="https://www.aljazeera.net",
        code="aja",
        lang="ar",
        direction="rtl",
        name="الجزيرة نت",
        label="أخبار",
        listen="استمع (2 دقيقة)",
        recommended="اقرأ أيضا",
        shared=[
            "<p>وقال سكان من {place} للصحفيين إنهم يأملون أن يستمر هذا التغيير سنوات طويلة.</p>",
            "<h2>ماذا بعد؟</h2>",
            "<p>وأوضح مسؤولون محليون أن ميزانية العام المقبل خصصت مبلغا لهذا الغرض سيعلن عنه قبل نهاية السنة.</p>",
            "<p>وستنشر تقارير شهرية عن التقدم المحرز بمشاركة ممثلين عن الأهالي.</p>",
        ],
    ),
}


@dataclass(frozen=True, kw_only=True)
class Story:
    """One entry of aljazeera.yml."""

    edition: Edition
    number: int
    date: str
    title: str
    section: str
    place: str = ""
    says: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    caption: str = ""
    kind: str = "post"
    layout: int = 2026
    external: str = ""
    repeat: int = 0
    reference: int = 0

    @property
    def path(self) -> str:
        """As WordPress writes it: the title as slug in raw characters, month and day without a leading zero."""
        day = datetime.fromisoformat(self.date)
        slug = re.sub(r"[^\w-]+", "-", self.title.lower()).strip("-")
        when = "longform" if "undated" in self.odd else f"{day.year}/{day.month}/{day.day}"
        return f"/{self.section.split('/')[0]}/{when}/{slug}"

    @property
    def encoded(self) -> str:
        """The path as the system itself gives it: percent-encoded in lower case."""
        return re.sub(r"%[0-9A-F]{2}", lambda found: found[0].lower(), quote(self.path))

    @property
    def image(self) -> str:
        if self.reference:
            return "/wp-content/uploads/2021/12/image-90.jpg?resize=770%2C513&quality=80"
        return (
            f"/wp-content/uploads/{self.date[:4]}/{self.date[5:7]}/image-{self.number}.jpg?resize=770%2C513&quality=80"
        )


def stories(edition: Edition, entries: list[dict[str, object]]) -> list[Story]:
    """The entries of one edition; one that repeats another is that other again."""
    found: list[Story] = []
    for number, entry in enumerate(entries, start=1):
        if entry.get("reference"):
            entry = {**entry, "title": reference()[0]}
        if entry.get("repeat"):
            first = next(story for story in found if story.title == entry["title"])
            entry = {"section": first.section, "date": first.date, "title": first.title, "repeat": 1}
        found.append(Story(edition=edition, number=number, **{"section": "news", **entry}))  # type: ignore[arg-type]
    return found


def reference() -> tuple[str, str]:
    """Title and body of the reference post, the body as the page had it before it was made a post."""
    _, head, post = REFERENCE.read_text(encoding="utf-8").split("---\n", 2)
    body = post.strip().removeprefix("<div>").removesuffix("</div>").strip()
    body = body.replace(' referrerpolicy="no-referrer"', "").replace("width:770px", "width: 770px")
    body = re.sub(
        r'id="attachment_(\d+)"(.*?)src="https://chinese\.aljazeera\.net([^"]+)" alt (.*?)>([^<>]+)</figure>',
        r'id="attachment_\1"\2src="\3" srcset="\3 770w, \3 300w" sizes="(max-width: 770px) 100vw, 770px" alt="" \4>'
        r'<figcaption id="caption-attachment-\1" class="wp-caption-text">\5</figcaption></figure>',
        body,
    ).replace("&resize", "&#038;resize")
    return yaml.safe_load(head)["title"], body


# -- The body ----------------------------------------------------------------------------------------------------------
def body_of(story: Story) -> str:
    if story.reference:
        return reference()[1]
    own = [f"<p>{says if '<b>' in says else escape(says, quote=False)}</p>" for says in story.says]
    return "\n".join([*own, *(block.format(place=story.place) for block in story.edition.shared)])


def after(body: str, paragraph: int, block: str) -> str:
    """`body` with a block behind its n-th paragraph."""
    parts = body.split("</p>")
    return "</p>".join(parts[:paragraph]) + f"</p>\n{block}" + "</p>".join(parts[paragraph:])


def figure(story: Story, number: int, image: str, caption: str) -> str:
    return (
        f'<figure id="attachment_{number}" aria-describedby="caption-attachment-{number}" style="width: 770px" '
        f'class="wp-caption aligncenter">{image}'
        f'<figcaption id="caption-attachment-{number}" class="wp-caption-text">{caption}</figcaption></figure>'
    )


def picture(address: str, number: int, more: str = "") -> str:
    return (
        f'<img loading="lazy" decoding="async" class="size-arc-image-770 wp-image-{number}" src="{address}" '
        f'alt="" width="770" height="513" data-recalc-dims="1" {more}>'
    )


def uploaded(story: Story, letter: str) -> str:
    return f"/wp-content/uploads/{story.date[:4]}/{story.date[5:7]}/photo-{story.number}{letter}.jpg"


def with_lazy(story: Story, body: str) -> str:
    """An image whose address stands in data attributes and <noscript>, as plugins for slow lines write them."""
    address = uploaded(story, "a") + "?w=770&#038;resize=770%2C433"
    blank = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    lazy = picture(blank, 5000 + story.number, f'data-src="{address}" data-srcset="{address} 770w"')
    block = figure(
        story, 5000 + story.number, f"{lazy}<noscript>{picture(address, 5000)}</noscript>", story.caption or story.place
    )
    return after(body, 2, block)


def with_figures(story: Story, body: str) -> str:
    """Two pictures: one with `srcset` candidates of several widths, one protocol-relative and tracked."""
    wide = uploaded(story, "b")
    candidates = f'srcset="{wide}?w=770&#038;resize=770%2C513 770w, {wide}?w=2310 2310w" sizes="100vw"'
    first = figure(story, 6100, picture(f"{wide}?w=770&#038;resize=770%2C513", 6100, candidates), f"{story.place} (1)")
    host = story.edition.home.removeprefix("https:")
    second = picture(f"{host}{uploaded(story, 'c')}?w=770&#038;utm_source=share&#038;fbclid=x", 6101)
    return after(after(body, 3, f"<p>{second}</p>"), 1, first)


def with_ads(story: Story, body: str) -> str:
    advertisement = (
        '<div class="container--ads"><div class="article__in-article-ads"><p>Advertisement</p>'
        '<script>googletag.cmd.push(function() { googletag.display("div-gpt-ad"); });</script></div></div>'
    )
    newsletter = (
        '<div class="newsletter-signup" onclick="track(this)"><h4>Sign up for Al Jazeera</h4>'
        '<form action="/newsletters"><input type="email"><button>Sign up</button></form></div>'
    )
    return after(after(body, 3, newsletter), 2, advertisement)


def with_more_on(story: Story, body: str) -> str:
    items = "".join(
        f'<li class="article-card"><span class="screen-reader-text">list {n} of 4</span>'
        f'<a class="u-clickable-card__link" href="/news/2026/11/1/another-{n}">{story.edition.recommended} {n}</a></li>'
        for n in range(1, 5)
    )
    box = f'<section class="more-on" aria-labelledby="more-on"><h2>{story.edition.recommended}</h2><ul class="more-on">{items}</ul></section>'
    return after(body, 2, box)


def with_embeds(story: Story, body: str) -> str:
    tweet = (
        '<blockquote class="twitter-tweet" data-width="550" data-dnt="true"><p lang="en" dir="ltr">Open all night. '
        '<a href="https://t.co/abcdefghij">pic.twitter.com/abcdefghij</a></p>&mdash; A library (@example) '
        '<a href="https://twitter.com/example/status/1234567890123456789?ref_src=twsrc%5Etfw">November 21, 2026</a>'
        '</blockquote><script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>'
    )
    video = (
        '<div class="jetpack-video-wrapper"><iframe class="youtube-player" width="770" height="434" '
        'src="https://www.youtube.com/embed/a1b2c3d4e5F?version=3&#038;rel=1" allowfullscreen="true" '
        'sandbox="allow-scripts allow-same-origin" onload="play()"></iframe></div>'
    )
    return after(after(body, 3, video), 1, tweet)


def with_quote(story: Story, body: str) -> str:
    return after(body, 2, f'<blockquote class="article-quote"><p>{escape(story.says[-1])}</p></blockquote>')


def with_lists(story: Story, body: str) -> str:
    return after(body, 3, "<ul>\n<li><strong>A</strong> 1935</li>\n<li>B, {{ 7*7 }}</li>\n<li>C {% raw %}</li>\n</ul>")


def with_table(story: Story, body: str) -> str:
    rows = "".join(
        f"<tr><td>{year}</td><td>{metres}</td></tr>" for year, metres in ((2024, 15), (2025, 17), (2026, 19))
    )
    return after(body, 2, f"<table><tbody><tr><th>年</th><th>米</th></tr>{rows}</tbody></table>")


def with_spans(story: Story, body: str) -> str:
    return body.replace("”", '<span style="font-size:22px">”</span>').replace("。", "。<!-- more -->", 1)


def with_old_image(story: Story, body: str) -> str:
    number = 180230 + story.number
    image = (
        f'<img class="aligncenter size-fantasia-770 wp-image-{number}" '
        f'src="{story.edition.home}{uploaded(story, "o")}?w=770&#038;resize=770%2C404" data-recalc-dims="1">'
    )
    return after(body, 1, f"<p>{image}</p>")


BODIES = {
    "lazy": with_lazy,
    "figures": with_figures,
    "ads": with_ads,
    "more-on": with_more_on,
    "embeds": with_embeds,
    "quote": with_quote,
    "lists": with_lists,
    "table": with_table,
    "spans": with_spans,
    "old-image": with_old_image,
}


# -- The page around it ------------------------------------------------------------------------------------------------
def html_of(story: Story) -> bytes:
    """The article's page as bytes."""
    body = body_of(story)
    for odd in story.odd:
        body = BODIES[odd](story, body) if odd in BODIES else body
    text = (page_2021 if story.layout == 2021 else page_2026)(story, body)
    if "broken" in story.odd:
        text = broken(text)
    return text.encode()


def broken(page: str) -> str:
    """As a careless plugin leaves it: tags unclosed, crossed and cut off, an attribute without its quote."""
    page = (
        page.replace("</p>\n<p>", "\n<p>").replace("<p>", "<p><b>", 1).replace("<h3 id='next'>", "<h3 id=next' class=>")
    )
    return page.replace("</figure>", "").replace("</body>\n</html>\n", "</div></div></section><div class=foot")


def json_ld(story: Story) -> str:
    if "no-date" in story.odd or "meta-dates" in story.odd:
        return ""
    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": story.edition.home + story.encoded,
        "headline": story.title,
        "datePublished": story.date + "Z",
        "dateModified": story.date + "Z",
        "description": description(story),
        "author": {"@type": "Organization", "name": story.edition.name},
        "publisher": {"@type": "Organization", "name": story.edition.name},
    }
    if "author" in story.odd:
        about["author"] = {"@type": "Person", "name": "林小雨" if story.edition.code == "chinese" else "Ana Example"}
        about["dateModified"] = story.date[:11] + "23:59:00Z"
    if "no-image" not in story.odd:
        about["image"] = [{"@type": "ImageObject", "url": story.edition.home + story.image}]
    return f'<script type="application/ld+json">{json.dumps(about, ensure_ascii=False)}</script>'


def description(story: Story) -> str:
    if story.reference:
        return "美国宣布将向乌克兰提供轻武器，但排除在当地部署部队的可能性。"
    return re.sub(r"<[^>]+>", "", story.says[0])


def metas(story: Story) -> str:
    home = story.edition.home
    named = {"pageTitle": story.title, "description": description(story), "sourceTaxonomy": story.edition.name}
    if "no-date" not in story.odd:
        named |= {"publishedDate": story.date, "lastDate": story.date}
    if story.number % 3 == 0:
        named["topics"] = named["keywords"] = f"{story.edition.label}, {story.place or '乌克兰'}"
    graph = {
        "og:type": "article",
        "og:title": story.title,
        "og:url": home + story.encoded,
        "og:site_name": story.edition.name,
        "og:description": description(story),
    }
    if "no-image" not in story.odd:
        graph["og:image"] = home + re.sub(r"resize=.*", "resize=1200%2C630&quality=80", story.image)
    lines = [f'<meta name="{name}" content="{escape(value)}">' for name, value in named.items()]
    lines += [f'<meta property="{name}" content="{escape(value)}">' for name, value in graph.items()]
    return "\n".join(lines)


def head(story: Story) -> str:
    charset = "iso-8859-1" if "wrong-charset" in story.odd else "utf-8"
    title = f"{story.title} | {story.edition.label} | {story.edition.name}"
    return f"""<head>
<meta charset="{charset}"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<link rel="canonical" href="{story.edition.home}{story.encoded}">
{metas(story)}
{json_ld(story)}
<style>.wysiwyg p {{ margin: 0 }}</style>
<script>window.__APOLLO_STATE__ = {{}};</script>
</head>"""


def page_2021(story: Story, body: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="{story.edition.lang}" dir="{story.edition.direction}">
{head(story)}
<body>
<div id="root"><div class="app-root"><header class="site-header"><nav><ul class="menu">
<li class="menu__item"><a href="/news">{story.edition.label}</a></li></ul></nav></header>
<main id="main-content-area"><div class="l-col l-col--8">
<header class="article-header"><h1>{escape(story.title)}</h1></header>
<div class="article-info-block"><div class="date-simple"><span>{day(story)}</span></div></div>
<div class="wysiwyg">
{body}
<script>var trackEngagement = true;</script>
</div></div>
<aside class="l-col l-col--4"><h3><a href="/news/2021/12/8/another">{story.edition.recommended}</a></h3></aside></main>
<footer class="site-footer"><p>&copy; 2021 {story.edition.name}</p></footer></div></div>
</body>
</html>
"""


def page_2026(story: Story, body: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="{story.edition.lang}" dir="{story.edition.direction}">
{head(story)}
<body>
<div id="root"><div class="full-container"><header class="site-header container--header"><nav class="site-header__navigation"><ul class="menu header-menu">
<li class="menu__item"><a href="/news">{story.edition.label}</a></li><li class="menu__item"><a href="/video">Video</a></li></ul></nav></header>
<main id="featured-news-container" class="single-post">
<header class="article-header"><h1>{escape(story.title)}</h1><p class="article__subhead"><em>{escape(description(story))}</em></p></header>
{featured(story)}
<div class="article-info-block">{byline(story)}<div class="article-dates"><div class="date-simple"><span class="screen-reader-text">Published On {day(story)}</span>
<span aria-hidden="true">{"" if "no-date" in story.odd else day(story)}</span></div></div>
<div class="article-b-r"><button class="listen-to-article" onclick="listen()">{story.edition.listen}</button>
<ul class="share-bar"><li><a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a></li></ul></div></div>
<div class="wysiwyg wysiwyg--all-content css-10ptoor" aria-live="polite" aria-atomic="true">
{body}
</div>
<section class="article-source"><span>{story.edition.name}</span></section>
</main>
<aside><h2>{story.edition.recommended}</h2><a class="u-clickable-card__link" href="/news/2026/11/2/other"><span>…</span></a></aside>
<footer class="site-footer"><p>&copy; 2026 {story.edition.name}</p></footer></div></div>
</body>
</html>
"""


def featured(story: Story) -> str:
    if "no-image" in story.odd:
        return ""
    caption = story.caption or f"{story.place} ({story.edition.name})"
    address = story.image.replace("&", "&#038;")
    if "image-in-data" in story.odd:
        address = address.replace("https:", "")
    return (
        f'<figure class="article-featured-image"><div class="responsive-image"><img class="css-0" loading="eager" '
        f'src="{address}" srcset="{address} 770w" sizes="(max-width: 1280px) 770px" alt="{escape(caption)}"></div>'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def byline(story: Story) -> str:
    if "author" not in story.odd:
        return ""
    name = "林小雨" if story.edition.code == "chinese" else "Ana Example"
    link = f'<a class="author-link" href="/author/example">{name}</a>'
    return f'<div class="article-author-name"><span class="article-author-name-item">{link}</span></div>'


def day(story: Story) -> str:
    if "no-date" in story.odd:
        return ""
    return f"{datetime.fromisoformat(story.date):%-d %b %Y}"
