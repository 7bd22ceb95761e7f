"""What `scrapy savepage` does: it fetches one page, makes its post, and keeps both."""

from scrapy.crawler import CrawlerProcessBase

from newscrawl.arguments import typed_url
from newscrawl.cli.project import pages_folder
from newscrawl.errors import NoPage
from newscrawl.fetch_page import fetch_page
from newscrawl.refusals import Refused
from newscrawl.saved_page import page_name, post_of, site_named, stages_of
from newscrawl.sites.site_filters import check_name


def save_page(process: CrawlerProcessBase, site: str, url: str, name: str | None) -> int:
    """`name`: what the page is called, else a name is made of its address. Raises NoPage where it gives no post."""
    loader, stages = process.spider_loader, stages_of(process.settings)
    check_name(site, loader.list())
    url = typed_url(url)
    fetched = fetch_page(process, url)
    try:
        post = post_of(site_named(loader, site), fetched.body, fetched.url, stages)
    except Refused as refused:
        raise NoPage(f"{url} is refused: {refused.reason}") from None
    folder = pages_folder()
    page = folder / f"{site}-{name or page_name(fetched.url)}.html"
    folder.mkdir(parents=True, exist_ok=True)
    page.write_bytes(fetched.body)
    page.with_suffix(".md").write_text(post, encoding="utf-8")
    print(f"{post}\nkept as {page.relative_to(folder.parent.parent)} and .md; the test asks for this post: read it")
    return 0
