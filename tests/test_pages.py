"""Golden tests over the pages in `tests/pages/`: adding one adds a test.

- `<site>-<what>.html` is a page of a site that `spiders/` knows, and must become the post `.md` beside it, to the byte.
- `<cms>-<language>/page.html` is a page that no site's description helps with; `article.yml` beside it says which
  article it must give, or `refused` and the reason. What newscrawl reads wrongly today stands under `known_faults`,
  field by field: the right value stays, and the test asks for the mark to go when the fault has gone.

`python tests/test_pages.py` writes posts and articles anew, for a change that is meant; known faults stay as they are.
"""

import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newscrawl.extract import read_page  # noqa: E402
from newscrawl.saved_page import address_of, post_of, site_of, stages_of  # noqa: E402
from newscrawl.spider import NewsSpider  # noqa: E402
from pipelines import STAGES  # noqa: E402

PLACES = {stage: place for place, stage in enumerate(STAGES)}
PAGES = sorted((ROOT / "tests" / "pages").glob("*.html"))
FOLDERS = sorted(page.parent for page in (ROOT / "tests" / "pages").glob("*/page.html"))

FIELDS = (
    "url title published published_precision updated authors section tags language description publisher image "
    "image_caption image_credit image_alt site_id access next_page body"
).split()
"""In the order in which article.yml has them; `text` follows from the body."""

UNSAID = {"published_precision": "second", "access": "full"}
"""Values that article.yml leaves out, as it leaves out all that is empty."""

Said = dict[str, Any]


# ---- pages of sites, and their posts -----------------------------------------------------------------


def made_of(page: Path) -> str:
    """The post of a page: all stages but those that fetch images or write."""
    loader = SpiderLoader(Settings({"SPIDER_MODULES": ["spiders"]}))
    spider = loader.load(site_of(page, loader.list()))()
    assert isinstance(spider, NewsSpider)
    return post_of(spider, page.read_bytes(), address_of(page), stages_of(Settings({"ITEM_PIPELINES": PLACES})))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_saved_page_becomes_its_post(page: Path) -> None:
    assert made_of(page) == page.with_suffix(".md").read_text(encoding="utf-8")


# ---- pages of content systems, and their articles ----------------------------------------------------


@cache
def expected_of(folder: Path) -> Said:
    """What article.yml says."""
    said: Said = yaml.safe_load((folder / "article.yml").read_text(encoding="utf-8"))
    return said


@cache
def given_by(folder: Path) -> Said:
    """What newscrawl makes of the page, in the words of article.yml."""
    expected = expected_of(folder)
    reading = read_page((folder / "page.html").read_bytes(), expected.get("fetched") or expected["url"])
    if reading.article is None:
        return {"refused": reading.reason}
    article = reading.article
    given = {name: getattr(article, name) for name in FIELDS}
    given["published"] = article.published and article.published.isoformat()
    given["updated"] = article.updated and article.updated.isoformat()
    given["body"] = article.body and f"{article.body}\n"
    return {name: value for name, value in given.items() if value and value != UNSAID.get(name)}


def sound(said: Said, faults: Said) -> Said:
    """Without what is no field and without the fields of the known faults."""
    return {k: v for k, v in said.items() if k not in faults and k not in ("about", "fetched", "known_faults")}


def faults_of(folder: Path) -> Said:
    """The fields that are read wrongly today, each with the reason; "refused" stands for the whole page."""
    faults: Said = expected_of(folder).get("known_faults", {})
    return faults


@pytest.mark.parametrize(
    "folder", [f for f in FOLDERS if "refused" not in faults_of(f)], ids=lambda folder: folder.name
)
def test_a_page_gives_its_article(folder: Path) -> None:
    expected, faults = expected_of(folder), faults_of(folder)
    expected = {"url": expected["url"]} | expected if "refused" not in expected else {"refused": expected["refused"]}
    assert sound(given_by(folder), faults) == sound(expected, faults)


FAULTS = [(folder, field) for folder in FOLDERS for field in faults_of(folder)]


@pytest.mark.parametrize(("folder", "field"), FAULTS, ids=lambda part: getattr(part, "name", part))
def test_a_known_fault_is_still_one(folder: Path, field: str) -> None:
    mended = given_by(folder).get(field) == expected_of(folder).get(field)
    assert not mended, f"{folder.name} gives the right {field} now: take it out of known_faults in article.yml"


def test_each_language_of_the_catalogue_has_a_page() -> None:
    countries = yaml.safe_load((ROOT / "spiders" / "catalogue.yml").read_text(encoding="utf-8")).values()
    said = [(country | site).get("language") for country in countries for site in country["sites"].values()]
    crawled = {language.split("-")[0] for language in said if language}
    shown = {folder.name.rpartition("-")[2].partition("_")[0] for folder in FOLDERS}
    assert crawled - shown == set()


# ---- writing them anew -------------------------------------------------------------------------------


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as it stands."""


_Dumper.add_representer(
    str, lambda d, text: d.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)
)


def write_article(folder: Path) -> None:
    """Write article.yml anew: what is given now, and of the known faults what should be given."""
    expected, given, faults = expected_of(folder), given_by(folder), faults_of(folder)
    if "refused" in faults:
        return
    kept = ("about", "fetched", "known_faults", *faults, *(["url"] * ("refused" in given)))
    right = {name: value for name, value in given.items() if name not in faults}
    values = right | {name: expected[name] for name in kept if name in expected}
    order = ("about", "fetched", *FIELDS[:-1], "refused", "known_faults", "body")
    text = yaml.dump(
        {name: values[name] for name in order if name in values},
        Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**20,
    )  # fmt: skip
    (folder / "article.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for page in PAGES:
        page.with_suffix(".md").write_text(made_of(page), encoding="utf-8")
    for folder in FOLDERS:
        write_article(folder)
