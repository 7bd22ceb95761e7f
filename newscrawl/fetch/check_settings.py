"""What the settings of fetching may say: read, checked and explained before the first request."""

import os

from scrapy.settings import BaseSettings

from newscrawl.errors import ArgumentError
from newscrawl.fetch.chromium import executable
from newscrawl.fetch.logins import check_logins
from newscrawl.fetch.proxies import check_proxy

NUMBERS = tuple(
    "DOWNLOAD_DELAY DOWNLOAD_DELAY_JITTER RETRY_TIMES RETRIES_PER_RUN RETRY_BACKOFF RETRY_AFTER_MAX "
    "LEAVE_AFTER_FAILURES WALLS_IN_A_ROW FIRST_BYTE_TIMEOUT DOWNLOAD_TIMEOUT DOWNLOAD_MAXSIZE LISTING_MAXSIZE "
    "REDIRECT_MAX_TIMES URLLENGTH_LIMIT PAGES_PER_RUN RECORD_MAX_BYTES IMAGE_MAX_BYTES".split()
)
SWITCHES = (
    "POLITE",
    "I_RUN_THIS_SITE",
    "ADAPTIVE_DELAY",
    "ROBOTSTXT_OBEY",
    "DOWNLOAD_VERIFY_CERTIFICATES",
    "COOKIES_ENABLED",
)


def check_fetching(settings: BaseSettings) -> None:
    """Raises ArgumentError with one line that says what is accepted."""
    for name in NUMBERS:
        check_number(name, settings[name])
    for name in SWITCHES:
        check_switch(name, settings)
    check_logins(settings)
    check_proxy(settings["PROXY"] or "")
    if settings.getbool("BROWSER"):
        executable(settings)
    if settings["IMAGES"] not in ("link", "download"):
        raise ArgumentError(f"IMAGES={settings['IMAGES']}: link and download are accepted")
    if not (settings["CONTACT"] or "").isprintable():
        raise ArgumentError("CONTACT: an address or a page on one line is accepted, e.g. https://example.com/about")
    check_recordings(settings["RECORD"], settings["REPLAY"])


def check_recordings(record: str, replay: str) -> None:
    """Raises ArgumentError where a run cannot be recorded, or none can be replayed."""
    if record and replay:
        raise ArgumentError("RECORD and REPLAY: a run is recorded or replayed, not both")
    if replay:
        check_recording(replay)
    if record:
        check_writable(record)


def check_recording(replay: str) -> None:
    """One readable file is enough: a recording may have parts, and a broken one is told of when it is read."""
    from newscrawl.warc.recording import parts
    from newscrawl.warc.records import Broken, records

    problem = "there is no such file"
    for path in parts(replay):
        try:
            with open(path, "rb") as file:
                next(records(file, path))
            return
        except OSError as error:
            problem = f"it cannot be read: {error.strerror}"
        except (Broken, StopIteration):
            problem = "it is no WARC file"
    raise ArgumentError(f"REPLAY={replay}: {problem}; accepted is a recording, e.g. run.warc.gz")


def check_writable(record: str) -> None:
    folder = os.path.dirname(os.path.abspath(record))
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    if not os.path.isdir(folder) or not os.access(folder, os.W_OK) or os.path.isdir(record):
        raise ArgumentError(f"RECORD={record}: cannot be written; accepted is a file name, e.g. run.warc.gz")


def check_number(name: str, value: object) -> None:
    try:
        good = float(str(value)) >= 0
    except ValueError:
        good = False
    if not good:
        raise ArgumentError(f"{name}={value}: a number is accepted, 0 or more")


def check_switch(name: str, settings: BaseSettings) -> None:
    try:
        settings.getbool(name)
    except ValueError:
        raise ArgumentError(f"{name}={settings[name]}: true and false are accepted") from None
