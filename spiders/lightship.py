"""The Lightship: its headlines begin with a number. An example of a site that needs code; the paper is invented."""

from newscrawl.spider import NewsSpider, replace


class LightshipSpider(NewsSpider):
    name = "lightship"
    is_site = False  # an example
    start_urls = ["https://lightship.example/reports/"]
    links = "ol.reports a"
    body = "#report"

    def parse_article(self, response):
        article = super().parse_article(response)
        number, title = article.title.split(". ", 1)  # "112. The tide came twice"
        return replace(article, title=title, site_id=number)
