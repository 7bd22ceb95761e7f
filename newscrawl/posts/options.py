"""PostOptions from settings, checked before the crawl."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from newscrawl.posts.additions import SOURCE_LINE, check_source_line
from newscrawl.posts.fields import check_fields
from newscrawl.posts.format import PostOptions, theme_names
from newscrawl.posts.formats import FORMATS
from newscrawl.posts.markdown import missing
from newscrawl.posts.names import check_name
from newscrawl.posts.tags import ALL

_LOCKS = ("disableNunjucks", "render_with_liquid", "templateEngineOverride")


def options_from(settings: Mapping[str, Any]) -> tuple[list[str], PostOptions]:
    """(formats, options) from the settings whose names begin with POST_, each documented at `PostOptions`.

    Lists may be given as lists, or as text with commas between. Raises ValueError with one clear line.
    """
    options = PostOptions(
        body=settings.get("POST_BODY") or "html",
        fields=_listed(settings.get("POST_FIELDS")),
        name=settings.get("POST_NAME") or "",
        titles=settings.get("POST_TITLES") or "safe",
        timezone=settings.get("POST_TIMEZONE") or "",
        image_keys=_listed(settings.get("POST_IMAGE_KEYS")),
        theme=(settings.get("POST_THEME") or "").lower(),
        lead_image=settings.get("POST_LEAD_IMAGE") or "",
        tags=_count("POST_TAGS", settings.get("POST_TAGS")),
        players=settings.get("POST_PLAYERS") or "link",
        source_line=_line(settings.get("POST_SOURCE_LINE")),
    )
    formats = list(dict.fromkeys(_listed(settings.get("POST_FORMAT")))) or ["hexo"]
    for name in formats:
        check_options(name, options)
    for theme in theme_names(options.theme):
        _one_of("POST_THEME", theme, tuple(known for name in formats for known in FORMATS[name].themes))
    return formats, options


def check_options(format: str, options: PostOptions) -> None:
    """Raise ValueError with one clear line where a choice is unknown or does not fit the format."""
    _one_of("POST_FORMAT", format, tuple(FORMATS))
    _one_of("POST_BODY", options.body, ("html", "markdown"))
    _one_of("POST_PLAYERS", options.players, ("link", "click"))
    _one_of("POST_TITLES", options.titles, ("safe", "exact"))
    form = FORMATS[format]
    if form.markdown_only or options.body == "markdown":
        _markdown_can_be_written(options)
    _one_of("POST_LEAD_IMAGE", options.lead_image, ("", "keys", "body"))
    check_source_line(options.source_line)
    check_fields(options.fields, form.reserved)
    if options.name:
        check_name(options.name, form)
    if options.timezone:
        _check_zone(options.timezone)


def _one_of(setting: str, value: str, accepted: tuple[str, ...]) -> None:
    if value not in accepted:
        raise ValueError(f"{setting} {value!r} is not known; known are {', '.join(accepted)}")


def _markdown_can_be_written(options: PostOptions) -> None:
    if missing():
        raise ValueError(missing())
    if options.name.endswith(".html"):
        raise ValueError(f"POST_NAME {options.name!r}: a body in Markdown needs a file that ends with .md")
    for change in options.fields:
        lock = next((key for key in _LOCKS if key in change), "")
        if lock:
            # markdown-it writes braces for the references of braces, and Hexo looks for tags after that.
            raise ValueError(f"POST_FIELDS {change!r}: in Markdown, {lock} keeps pages from running commands")


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"POST_TIMEZONE {name!r} is no time zone; write a name such as Asia/Shanghai") from None


def _count(setting: str, value: Any) -> int | None:
    text = "" if value is None else str(value).strip().lower()
    if text == "all":
        return ALL
    if text and not text.isdecimal():
        raise ValueError(f'{setting} {value!r}: write how many tags a post may have, or "all"')
    return int(text) if text else None


def _line(value: Any) -> str:
    """The line itself; the default one for yes, none for no."""
    text = str(value or "")
    if text.lower() in ("true", "1", "yes"):
        return SOURCE_LINE
    return "" if text.lower() in ("false", "0", "no") else text


def _listed(value: Any) -> tuple[str, ...]:
    items = value.split(",") if isinstance(value, str) else value or ()
    return tuple(item.strip() for item in items if item.strip())
