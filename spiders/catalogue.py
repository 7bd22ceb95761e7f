"""The catalogue's sites: one spider for each entry of catalogue.yml, and for each of the user's own entries."""

from pathlib import Path

from newscrawl.folder.own_sites import own_entries
from newscrawl.sites.catalogue import completed, read_catalogue, with_country
from newscrawl.spider import NewsSpider

FILE = Path(__file__).with_suffix(".yml")

described = read_catalogue(FILE.read_text(encoding="utf-8"), f"spiders/{FILE.name}")
values_of = {entry.name: entry.values for entry in described}

# An own entry stands in for the catalogue's of the same name, for it comes last.
for entry in [*described, *own_entries({path.stem for path in FILE.parent.glob("*.py")})]:
    # Scrapy takes the classes that it finds in a module and that say they are from there.
    body = {**with_country(described, completed(entry, values_of)), "name": entry.name, "__module__": __name__}
    globals()[f"catalogue_{entry.name}"] = type(entry.name, (NewsSpider,), body)
