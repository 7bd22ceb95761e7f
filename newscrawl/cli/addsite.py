"""What `scrapy addsite` does, from an address to a proposal and, if it is asked to, the files."""

import argparse
import re
import sys
from collections.abc import Collection
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TextIO

from scrapy.crawler import CrawlerProcessBase

from newscrawl.arguments import typed_url
from newscrawl.cli.command import as_called
from newscrawl.cli.project import own_sites_folder, pages_folder, project_folder
from newscrawl.errors import ArgumentError, UserError
from newscrawl.fetch_page import with_fetch
from newscrawl.onboarding import entry
from newscrawl.onboarding.discovery import Discovered, Sample, discover_site
from newscrawl.onboarding.proposal import Proposal, propose
from newscrawl.refusals import Refused
from newscrawl.saved_page import Stage, page_name, post_of, stages_of
from newscrawl.sites.catalogue import NAME, read_catalogue, with_country
from newscrawl.spider import NewsSpider
from newscrawl.text.characters import on_one_line, on_screen

LINES = 24
"""Lines of a post that are shown: its front matter and the beginning of its text."""


def add_site(process: CrawlerProcessBase, address: str, options: argparse.Namespace) -> int:
    """Print the proposal and write it if `options.write`; 1 where no article could be read, else 0.

    Raises NoPage where there is no site, ArgumentError or UserError for what cannot be written.
    """
    url, out = typed_url(address), sys.stdout
    stages = stages_of(process.settings)
    names = process.spider_loader.list()
    check(options, names)
    found = with_fetch(process, lambda fetch: discover_site(url, fetch))
    proposal = propose(found, names)
    proposal = replace(proposal, name=options.name or proposal.name, country=options.country or proposal.country)
    site = spider_of(proposal, options)
    _show(found, proposal, options, out)
    for sample in found.samples:
        print(on_screen(f"\n{'-' * 100}\n{_post(site, sample, stages)}"), file=out)
    print("-" * 100 if found.samples else "no article could be read; a description needs one", file=out)
    if not found.samples:
        return 1
    if options.write:
        sample = found.samples[0]
        post = post_of(site, sample.html, sample.url, stages)
        for path in write(proposal, sample, post, options):
            print(f"wrote {path}", file=out)
        steps = "next: scrapy checksite {0}, then scrapy crawl {0} -a limit=3"
        print(as_called(steps.format(proposal.name)), file=out)
    else:
        print("nothing was written; the same with --write does", file=out)
    return 0


def check(options: argparse.Namespace, names: Collection[str]) -> None:
    """Raises ArgumentError for what could not be written, before anything is asked of the site."""
    accepted = r"[a-z][a-z0-9_]*" if options.spider else NAME.pattern  # a class's name, or an entry's
    if options.name and not re.fullmatch(accepted, options.name):
        raise ArgumentError(f"--name {options.name}: small letters and digits are accepted, e.g. --name example")
    if options.name in names:
        raise ArgumentError(f"there is a site {options.name!r} already; another name: --name NAME")
    if options.country and not re.fullmatch(r"[a-z]{2}", options.country):
        raise ArgumentError(f"--country {options.country}: two small letters are accepted, e.g. --country gb")


def _show(found: Discovered, proposal: Proposal, options: argparse.Namespace, out: TextIO) -> None:
    described = entry.spider(proposal) if options.spider else entry.entry(proposal)
    country = "" if options.spider else f"{proposal.country or '??'}:\n  sites:\n"
    print(on_screen(f"{country}{described}"), file=out)
    if not proposal.country and not options.spider and not own_sites_folder():
        print("nothing tells its country: --country CODE", file=out)
    for line in [*proposal.evidence, *found.notes]:
        print(on_one_line(f"  {line}"), file=out)


def _post(site: NewsSpider, sample: Sample, stages: list[Stage]) -> str:
    try:
        text = post_of(site, sample.html, sample.url, stages)
    except Refused as refused:
        return f"{sample.url}\nwould be refused: {refused.reason}"
    lines = text.splitlines()
    shown = [line if len(line) <= 200 else f"{line[:200]}…" for line in lines[:LINES]]
    more = len(lines) - len(shown)
    return "\n".join([*shown, *([f"… and {more} more lines"] if more > 0 else [])])


def spider_of(proposal: Proposal, options: argparse.Namespace) -> NewsSpider:
    """The site as it would be once it is written, with what its country's sites have in common."""
    body: dict[str, Any] = {**proposal.values, "country": proposal.country}
    if proposal.country and not options.spider:
        body = with_country(read_catalogue(catalogue().read_text(encoding="utf-8"), catalogue().name), body)
    made: NewsSpider = type(proposal.name, (NewsSpider,), {**body, "name": proposal.name})()
    return made


def catalogue() -> Path:
    """The one that ships with newscrawl; its folder is on the path in a checkout and once it is installed."""
    spiders = find_spec("spiders")
    assert spiders and spiders.origin
    return Path(spiders.origin).with_name("catalogue.yml")


def write(proposal: Proposal, sample: Sample, post: str, options: argparse.Namespace) -> list[Path]:
    """Write the description, and the first article with its post as a test of it; the files' paths."""
    folder = own_sites_folder()
    if options.spider or folder:
        file = (folder or project_folder() / "spiders") / f"{proposal.name}.{'py' if options.spider else 'yml'}"
        if file.exists():
            raise UserError(f"{file} is there already; another name: --name NAME")
        text = entry.spider(proposal) if options.spider else entry.alone(proposal)
    else:
        file = catalogue()
        if not proposal.country:
            raise UserError("the catalogue is by country, and nothing tells this site's: --country CODE")
        text = entry.inserted(file.read_text(encoding="utf-8"), proposal, file.name)
    page = pages_folder() / f"{proposal.name}-{page_name(sample.url)}.html"
    for path in (file, page):
        path.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    page.write_bytes(sample.html)
    page.with_suffix(".md").write_text(post, encoding="utf-8")
    return [file, page, page.with_suffix(".md")]
