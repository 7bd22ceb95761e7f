"""What `scrapy siteconfig` does: it prints what a site should say for its posts."""

from collections.abc import Sequence

from scrapy.settings import BaseSettings

from newscrawl.errors import ArgumentError
from newscrawl.posts import FORMATS, options_from, site_config


def print_site_configs(settings: BaseSettings, names: Sequence[str]) -> int:
    """Raises ArgumentError for what is no format."""
    strange = next((name for name in names if name not in FORMATS), None)
    if strange is not None:
        raise ArgumentError(f"{strange!r} is no format; formats are {', '.join(FORMATS)}")
    try:
        chosen, options = options_from({**settings, "POST_FORMAT": names} if names else settings)
    except ValueError as error:
        raise ArgumentError(str(error)) from None
    print("\n".join(site_config(name, options) for name in chosen), end="")
    return 0
