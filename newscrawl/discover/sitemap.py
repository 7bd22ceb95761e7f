"""Sitemaps, sitemap indexes, news sitemaps -> links and further sitemaps."""

from lxml import etree

from newscrawl.discover.link import Link


def read_sitemap(xml: bytes, url: str) -> tuple[list[Link], list[str]]:
    """The pages of a sitemap, and the sitemaps of an index."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(xml, parser)
    if root is None:
        return [], []
    addresses = [(loc.text or "").strip() for loc in root.iterfind("{*}*/{*}loc")]
    if str(root.tag).endswith("sitemapindex"):
        return [], addresses
    return [Link(url=address) for address in addresses], []
