"""What the settings may say: read, checked and explained before the first request."""

import os
from pathlib import Path

from scrapy.settings import BaseSettings

from newscrawl.arguments import ArgumentError
from newscrawl.export import check_feeds
from newscrawl.fetch import choices as fetching


def check(settings: BaseSettings) -> None:
    """Raises ArgumentError with one line that says what is accepted, or what is wrong."""
    fetching.check(settings)
    check_folder(Path(settings["OUTPUT"]))
    if (patterns := settings["SITE_PATTERNS"]) and not Path(patterns).is_dir():
        raise ArgumentError(f"SITE_PATTERNS={patterns}: a folder of site patterns is needed, e.g. ../ftr-site-config")
    check_feeds(settings)
    if settings.getbool("POSTS"):
        check_posts(settings)


def check_folder(output: Path) -> None:
    """Make the folder that everything is written to."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArgumentError(f"OUTPUT={output}: the folder cannot be made: {error.strerror}") from None
    if not os.access(output, os.W_OK | os.X_OK):
        raise ArgumentError(f"OUTPUT={output}: the folder is not writable")


def check_posts(settings: BaseSettings) -> None:
    from newscrawl.posts import options_from

    try:
        options_from(settings)
    except ValueError as error:
        raise ArgumentError(str(error)) from None
