"""What a run's settings and arguments say about its state."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from scrapy.settings import BaseSettings

from newscrawl.article_filters import ArticleFilters
from newscrawl.state.post_files import Edits


@dataclass(frozen=True, slots=True, kw_only=True)
class StateOptions:
    """What the settings say about the state."""

    output: Path
    arguments: dict[str, str] = field(default_factory=dict)
    """What the run was asked for, and `retry` where it is one."""

    objects: str = ""
    """OBJECTS: where posts and images stand; "" for `output`."""

    store: str = ""
    """STORE: postgresql://…; "" for a file under `output`."""

    jsonl: str = ""
    edits: Edits = "keep"
    """POST_EDITS: what becomes of posts that a person changed or deleted."""

    again: bool = False
    """INCREMENTAL=false: known articles are asked for too."""

    whole: bool = False
    """-O: a file is made anew, and holds all that the listings show; what is known comes out of the archive."""

    archive_days: int = 0
    """ARCHIVE_DAYS: how old an article may be that is kept whole; 0: for ever."""

    archive_articles: int = 0
    """ARCHIVE_ARTICLES: how many of a site are kept whole; 0: all."""

    wanted: ArticleFilters | None = None
    """What the arguments say of the articles that are exported; None for all."""

    replay: bool = False
    retry: str = ""
    """RETRY: "" for a crawl, "stored" or "fetch" for what is set aside."""

    @classmethod
    def of(cls, settings: BaseSettings, arguments: dict[str, str], wanted: ArticleFilters | None) -> Self:
        """What these settings say. `arguments`: those of the spider."""
        retry = {"retry": settings["RETRY"]} if settings["RETRY"] else {}
        return cls(
            arguments=arguments | retry,
            wanted=wanted,
            output=Path(settings["OUTPUT"]),
            objects=settings["OBJECTS"],
            store=settings["STORE"],
            jsonl=settings["JSONL"],
            edits=settings["POST_EDITS"],
            archive_days=settings.getint("ARCHIVE_DAYS"),
            archive_articles=settings.getint("ARCHIVE_ARTICLES"),
            again=not settings.getbool("INCREMENTAL"),
            whole=any(feed.get("overwrite") for feed in settings.getdict("FEEDS").values()),
            replay=bool(settings["REPLAY"]),
            retry=settings["RETRY"],
        )
