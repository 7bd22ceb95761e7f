"""The River Post: a WordPress site as most are, found through its feed. An example; the paper is invented."""

from newscrawl.spider import NewsSpider


class RiverpostSpider(NewsSpider):
    name = "riverpost"
    is_site = False  # an example
    feeds = ["https://riverpost.example/feed/"]
    body = "div.entry-content"
    remove = [".sharedaddy", ".jp-relatedposts"]
    publisher = "The River Post"
    categories = ["News", "The River Post"]
