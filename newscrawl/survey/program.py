"""What `scrapy addsite` does, from an address to a proposal and, if it is asked to, the files."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from scrapy.crawler import CrawlerProcessBase
from scrapy.utils.conf import closest_scrapy_cfg

from newscrawl.refusals import Refused
from newscrawl.saved_page import Stage, page_name, post_of, stages_of
from newscrawl.spider import NewsSpider
from newscrawl.survey import entry
from newscrawl.survey.proposal import Proposal, propose
from newscrawl.survey.survey import Sample, Survey, survey
from newscrawl.visit import visit

LINES = 24
"""Lines of a post that are shown: its front matter and the beginning of its text."""


def add_site(process: CrawlerProcessBase, url: str, options: argparse.Namespace, out: TextIO) -> int:
    """Print the proposal and write it if `options.write`; 1 where no article could be read, else 0.

    Raises NoSite, or ValueError with one line for what cannot be written.
    """
    stages = stages_of(process.settings)
    found = visit(process, lambda fetch: survey(url, fetch))
    names = process.spider_loader.list()
    if options.name and options.name in names:
        raise ValueError(f"there is a site {options.name!r} already; another name: --name NAME")
    proposal = propose(found, names)
    proposal = replace(proposal, name=options.name or proposal.name, country=options.country or proposal.country)
    _show(found, proposal, stages, options, out)
    if not found.samples:
        return 1
    if options.write:
        for path in write(proposal, found.samples[0], stages, options):
            print(f"wrote {path}", file=out)
        print(f"next: scrapy checksite {proposal.name}, then scrapy crawl {proposal.name} -a limit=3", file=out)
    else:
        print("nothing was written; the same with --write does", file=out)
    return 0


def _show(found: Survey, proposal: Proposal, stages: list[Stage], options: argparse.Namespace, out: TextIO) -> None:
    described = entry.spider(proposal) if options.spider else entry.entry(proposal)
    country = "" if options.spider else f"{proposal.country or '??'}:\n  sites:\n"
    print(f"{country}{described}", file=out)
    if not proposal.country and not options.spider:
        print("nothing tells its country: --country CODE", file=out)
    for line in [*proposal.evidence, *found.notes]:
        print(f"  {line}", file=out)
    for sample in found.samples:
        print(f"\n{'-' * 100}\n{_post(proposal, sample, stages)}", file=out)
    print("-" * 100 if found.samples else "no article could be read; a description needs one", file=out)


def _post(proposal: Proposal, sample: Sample, stages: list[Stage]) -> str:
    try:
        text = post_of(spider_of(proposal), sample.html, sample.url, stages)
    except Refused as refused:
        return f"{sample.url}\nwould be refused: {refused.reason}"
    lines = text.splitlines()
    shown = [line if len(line) <= 200 else f"{line[:200]}…" for line in lines[:LINES]]
    more = len(lines) - len(shown)
    return "\n".join([*shown, *([f"… and {more} more lines"] if more > 0 else [])])


def spider_of(proposal: Proposal) -> NewsSpider:
    """The site as it would be once it is written."""
    body = {**proposal.values, "name": proposal.name, "country": proposal.country}
    made: NewsSpider = type(proposal.name, (NewsSpider,), body)()
    return made


def write(proposal: Proposal, sample: Sample, stages: list[Stage], options: argparse.Namespace) -> list[Path]:
    """Write the description, and the first article with its post as a test of it; the files' paths."""
    project = Path(closest_scrapy_cfg()).resolve().parent
    if options.spider:
        file = project / "spiders" / f"{proposal.name}.py"
        if file.exists():
            raise ValueError(f"{file} is there already; another name: --name NAME")
        text = entry.spider(proposal)
    else:
        file = project / "spiders" / "catalogue.yml"
        if not proposal.country:
            raise ValueError("the catalogue is by country, and nothing tells this site's: --country CODE")
        text = entry.inserted(file.read_text(encoding="utf-8"), proposal, file.name)
    post = post_of(spider_of(proposal), sample.html, sample.url, stages)
    page = project / "tests" / "pages" / f"{proposal.name}-{page_name(sample.url)}.html"
    file.write_text(text, encoding="utf-8")
    page.write_bytes(sample.html)
    page.with_suffix(".md").write_text(post, encoding="utf-8")
    return [file, page, page.with_suffix(".md")]
