"""What `scrapy search` does: it finds articles of the archive by their words and prints them."""

import argparse
import json
import sys
from pathlib import Path

from scrapy.settings import Settings

from newscrawl.article_filters import filters_of
from newscrawl.cli.command import program
from newscrawl.cli.project import find_paths
from newscrawl.cli.sites import known_or_crawled
from newscrawl.cli.takeover import taken_over
from newscrawl.errors import ArgumentError, UserError
from newscrawl.export.columns import COLUMNS
from newscrawl.search.archive import FILE_NAME, Hit, Question, bring_up_to_date, find
from newscrawl.search.words import query
from newscrawl.store import Store
from newscrawl.store.search_index import FIELDS, SearchIndex
from newscrawl.text.characters import on_one_line

# A person is told that it takes a while from so many articles on: some ten seconds.
MANY = 5_000


def search(settings: Settings, words: str, opts: argparse.Namespace) -> int:
    """Raises ArgumentError for a wrong choice, UserError where nothing is found."""
    question = _question(words, opts)
    with Store.open(find_paths(settings).store) as store:
        for site in question.sites:
            known_or_crawled(site, settings, store)
        taken_over(settings, store, opts.site or "")
        if not store.articles.count():
            raise UserError("the archive has no article; crawl first")
        with SearchIndex(Path(settings["OUTPUT"]) / FILE_NAME) as index:
            if store.articles.behind(index.last()) > MANY:
                print(f"{program()} search: reads the archive for the first time; this takes a while", file=sys.stderr)
            bring_up_to_date(store, index)
            hits = list(find(store, index, question))
    if not hits:
        raise UserError("nothing was found")
    show = _as_json if opts.json else _as_lines
    print("\n".join(map(show, hits)))
    return 0


def _question(words: str, opts: argparse.Namespace) -> Question:
    if not query(words):
        raise ArgumentError(f"{words!r} has no word to look for")
    if opts.field and opts.field not in FIELDS:
        raise ArgumentError(f"--in {opts.field}: accepted are {', '.join(FIELDS)}")
    said = {name: getattr(opts, name) for name in ("since", "until") if getattr(opts, name)}
    filters = filters_of(said, "")
    return Question(
        words=words,
        sites=[opts.site] if opts.site else [],
        field=opts.field or "",
        since=filters.since,
        until=filters.until,
        limit=opts.count,
    )


def _as_lines(hit: Hit) -> str:
    record, bold = hit.record, ("\033[1m", "\033[0m") if sys.stdout.isatty() else ("", "")
    text, end, excerpt = "", 0, on_one_line(hit.excerpt)  # as long as before
    for first, last in hit.matches:
        text += excerpt[end:first] + bold[0] + excerpt[first:last] + bold[1]
        end = last
    head = f"{(record.get('published') or '')[:10]}  {record.get('site') or ''}  {record.get('title') or ''}"
    return "\n".join([on_one_line(head), on_one_line(f"  {record['url']}"), f"  {text}{excerpt[end:]}"])


def _as_json(hit: Hit) -> str:
    said = {name: hit.record.get(name) for name in COLUMNS if name not in ("body", "text")}
    return json.dumps({**said, "excerpt": hit.excerpt, "matches": hit.matches}, ensure_ascii=False)
