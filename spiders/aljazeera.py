"""Al Jazeera: three editions on one WordPress system."""

from newscrawl.spider import NewsSpider


class AljazeeraSpider(NewsSpider):
    name = "aljazeera"
    start_urls = ["https://chinese.aljazeera.net/news"]
    links = ["a.u-clickable-card__link", "h3 a"]
    body = ["div.wysiwyg--all-content", "div.wysiwyg"]
    publisher = "Aljazeera 半岛网"
    categories = ["新媒体", "Aljazeera 半岛网", "新闻"]
    language = "zh-CN"
