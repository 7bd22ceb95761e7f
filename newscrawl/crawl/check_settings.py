"""What the settings may say: read, checked and explained before the first request."""

import difflib
import os
import sys
from collections.abc import Collection
from pathlib import Path

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings
from scrapy.utils.project import get_project_settings

from newscrawl.article_filters import COMMON
from newscrawl.crawl.export import check_feeds
from newscrawl.errors import ArgumentError
from newscrawl.fetch.check_settings import check_fetching, check_number, check_switch
from newscrawl.files import is_address
from newscrawl.objects import check_objects

EDITS = ("keep", "overwrite", "both")
DUPLICATES = ("all", "first")
SWITCHES = ("POSTS", "INCREMENTAL")
NUMBERS = ("LISTING_PAGES", "LISTING_PAGES_AT_MOST", "SITE_DEADLINE", "ARCHIVE_DAYS", "ARCHIVE_ARTICLES")


def check_settings(settings: BaseSettings) -> None:
    """Raises ArgumentError with one line that says what is accepted, or what is wrong."""
    check_names(settings, get_project_settings())
    check_fetching(settings)
    for name in SWITCHES:
        check_switch(name, settings)
    for name in NUMBERS:
        check_number(name, settings[name])
    check_places(settings)
    check_feeds(settings)
    if settings.getbool("POSTS"):
        check_posts(settings)


def check_places(settings: BaseSettings) -> None:
    """Raises ArgumentError where something cannot be written to, or read from, where a setting says."""
    check_folder(Path(settings["OUTPUT"]), f"OUTPUT={settings['OUTPUT']}")
    if objects := settings["OBJECTS"]:
        check_objects(objects, f"OBJECTS={objects}")
    if is_address(lines := settings["JSONL"]):
        check_objects(lines.partition("{site}")[0].removesuffix(".jsonl"), f"JSONL={lines}")
    if (patterns := settings["SITE_PATTERNS"]) and not Path(patterns).is_dir():
        raise ArgumentError(f"SITE_PATTERNS={patterns}: a folder of site patterns is needed, e.g. ../ftr-site-config")


def check_names(settings: BaseSettings, known: Collection[str]) -> None:
    """Nothing reads a misspelt setting: the run would be another than was asked for, and say nothing of it.

    Only what is nearly a known name, or an argument's, is refused: a stage or an extension may read one of no list.
    """
    for name in settings:
        chosen = settings.getpriority(name) == SETTINGS_PRIORITIES["cmdline"]
        if chosen and name not in known and name.lower() in COMMON:
            raise ArgumentError(f"{name} is no setting: -a {name.lower()}={settings[name]} says it")
        near = difflib.get_close_matches(name.upper(), known, 1, 0.8) if chosen and name not in known else []
        if near:
            raise ArgumentError(f"there is no setting {name}; did you mean {near[0]}?")


def check_folder(folder: Path, named: str) -> None:
    """Make a folder to write to. `named`: how the user named it."""
    if sys.getfilesystemencoding() != "utf-8":  # posts are named by their titles
        raise ArgumentError("file names are not UTF-8 here: unset PYTHONUTF8, or choose a UTF-8 locale such as C.UTF-8")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArgumentError(f"{named}: the folder cannot be made: {error.strerror}") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ArgumentError(f"{named}: the folder is not writable")


def check_posts(settings: BaseSettings) -> None:
    from newscrawl.posts import options_from

    if (edits := settings["POST_EDITS"]) not in EDITS:
        raise ArgumentError(f"POST_EDITS={edits}: accepted are {', '.join(EDITS)}")
    if (which := settings["POST_DUPLICATES"]) not in DUPLICATES:
        raise ArgumentError(f"POST_DUPLICATES={which}: accepted are {', '.join(DUPLICATES)}")
    try:
        options_from(settings)
    except ValueError as error:
        raise ArgumentError(str(error)) from None
