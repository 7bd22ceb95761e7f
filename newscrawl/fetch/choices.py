"""What the settings of fetching may say: read, checked and explained before the first request."""

import os

from scrapy.settings import BaseSettings

from newscrawl.arguments import ArgumentError


def check(settings: BaseSettings) -> None:
    """Raises ArgumentError with one line that says what is accepted."""
    record, replay = settings["RECORD"], settings["REPLAY"]
    if settings["IMAGES"] not in ("link", "download"):
        raise ArgumentError(f"IMAGES={settings['IMAGES']}: link and download are accepted")
    if not (settings["CONTACT"] or "").isprintable():
        raise ArgumentError("CONTACT: an address or a page on one line is accepted, e.g. https://example.com/about")
    if record and replay:
        raise ArgumentError("RECORD and REPLAY: a run is recorded or replayed, not both")
    if replay:
        from newscrawl.fetch.warc import parts

        if not parts(replay):
            raise ArgumentError(f"REPLAY={replay}: there is no such file; accepted is a recording, e.g. run.warc.gz")
    if record:
        check_writable(record)


def check_writable(record: str) -> None:
    folder = os.path.dirname(os.path.abspath(record))
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    if not os.path.isdir(folder) or not os.access(folder, os.W_OK) or os.path.isdir(record):
        raise ArgumentError(f"RECORD={record}: cannot be written; accepted is a file name, e.g. run.warc.gz")
