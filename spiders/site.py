"""Any site, by its address alone: scrapy crawl site -a url=https://example.com/

Each is called by its host, so that what is known of one and its runs have nothing to do with another's.
"""

from newscrawl.spider import NewsSpider, site_name, web_url


class SiteSpider(NewsSpider):
    name = "site"
    is_site = False
    accepts = ("url",)
    whole = True

    def __init__(self, name=None, **arguments):
        super().__init__(name, **arguments)
        self.home = web_url("url", arguments)
        self.name = site_name(self.home)
