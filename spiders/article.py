"""Given pages: scrapy crawl article -a url=https://example.com/story, or -a urls=addresses.txt, one a line."""

from newscrawl.spider import NewsSpider, web_urls


class ArticleSpider(NewsSpider):
    name = "article"
    is_site = False
    accepts = ("url", "urls")

    def __init__(self, name=None, **arguments):
        super().__init__(name, **arguments)
        self.pages = web_urls(arguments)
