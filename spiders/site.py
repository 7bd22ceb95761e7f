"""Any site, by its address alone: scrapy crawl site -a url=https://example.com/"""

from newscrawl.spider import NewsSpider, web_url


class SiteSpider(NewsSpider):
    name = "site"
    accepts = ("url",)
    whole = True

    def __init__(self, name=None, **arguments):
        super().__init__(name, **arguments)
        self.home = web_url("url", arguments)
