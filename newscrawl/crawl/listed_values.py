"""What the link that led to an article says of it, beside what the article's own page says."""

from dataclasses import replace
from datetime import timedelta

from newscrawl.article import Article
from newscrawl.discover.link import Link


def contradicts(article: Article, link: Link) -> bool:
    """Whether a page gives another day than its listing did."""
    said = link.published or link.doubted
    return article.published is not None and said is not None and abs(article.published - said) > timedelta(days=2)


def completed(article: Article, link: Link) -> Article:
    """The article, with what its page does not say from the link that led there."""
    link = replace(link, published=link.published or link.doubted)
    names = ("title", "published", "updated", "authors", "section", "tags", "language")
    said = {name: getattr(link, name) for name in names if not getattr(article, name) and getattr(link, name)}
    if "published" in said or _tells_the_hour(link, article):
        said |= {"published": link.published, "published_precision": link.published_precision}
    if "tags" in said:
        # Feeds have one list for a story's section and its topics.
        places = {name.casefold() for name in (article.section, link.section, *article.categories)}
        said["tags"] = [tag for tag in link.tags if tag.casefold() not in places]
    if "updated" in said and not (article.published or link.published):
        del said["updated"]  # a sitemap's lastmod alone would pass for news of an article that has no date
    return replace(article, **said)


def _tells_the_hour(link: Link, article: Article) -> bool:
    """Whether a link has the moment of which the page has the day alone. Which zone's day it does not say."""
    if not (link.published and article.published) or link.published_precision == article.published_precision:
        return False
    zones = timedelta(hours=14)
    day = (article.published - zones, article.published + timedelta(days=1) + zones)
    return article.published_precision == "day" and day[0] <= link.published < day[1]
