"""What stands in the place of a listing that has no link."""

from scrapy.http import Response

from newscrawl.crawl.cpu_budget import cpu_budget
from newscrawl.fetch.declared_encoding import declared_encoding
from newscrawl.fetch.refresh import leads_to
from newscrawl.urls.sites import same_site


def obstacle(response: Response, seconds: float) -> str:
    """Why a listing gives nothing, e.g. "sent elsewhere" or a bot check; "" where nothing tells.

    `seconds`: of CPU at most.
    """
    from newscrawl.extract import read_page

    with cpu_budget(seconds):
        reading = read_page(response.body, response.url, encoding=declared_encoding(response))
    target = leads_to(response)
    return "sent elsewhere" if target and not same_site(target, response.url) else reading.reason
