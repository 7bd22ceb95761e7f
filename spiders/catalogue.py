"""The catalogue's sites: one spider for each entry of catalogue.yml."""

from pathlib import Path

from newscrawl.sites.catalogue import read_catalogue
from newscrawl.spider import NewsSpider

FILE = Path(__file__).with_suffix(".yml")

for entry in read_catalogue(FILE.read_text(encoding="utf-8"), f"spiders/{FILE.name}"):
    # Scrapy takes the classes that it finds in a module and that say they are from there.
    body = {**entry.values, "name": entry.name, "__module__": __name__}
    globals()[f"catalogue_{entry.name}"] = type(entry.name, (NewsSpider,), body)
