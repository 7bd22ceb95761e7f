"""RunLines: the JSON Lines that a run adds, to the file or the place in object storage that JSONL names."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from newscrawl.article import Article
from newscrawl.files import is_address
from newscrawl.state import jsonl
from newscrawl.state.line_objects import LinesToPut
from newscrawl.state.state_options import StateOptions
from newscrawl.store import Store


class RunLines:
    """The lines of one run; without JSONL there are none."""

    def __init__(self, store: Store, site: str, options: StateOptions, now: datetime) -> None:
        """Opens the file, if there is one. Raises OSError."""
        self.store = store
        self.every = options.again or options.whole
        """Whether an article that did not change gets a line too, if it has none."""

        self.asked_for: Callable[[Article], bool] = lambda article: True
        """Whether an article gets a line."""

        said = options.jsonl.replace("{site}", site)
        self.waiting = LinesToPut(options.output / "lines" / site, said, site, now) if is_address(said) else None
        self.file = self._opened(self.waiting.path if self.waiting else Path(said).resolve()) if said else None

    def _opened(self, path: Path) -> jsonl.Lines:
        return jsonl.Lines(path, 0 if self.every else self.store.exports.length(str(path)))

    def add(self, article: Article) -> tuple[str, int] | None:
        """An article's line, on disk; the file's name and length for the store, None where there is no line."""
        if self.file is None or not self.asked_for(article):
            return None
        return str(self.file.path), self.file.append(jsonl.line(jsonl.record(article)))

    def show(self, article: Article) -> None:
        """A line of an article that is kept, if it has none."""
        if length := self.add(article):
            with self.store.transaction():
                self.store.exports.put(*length)

    def put(self) -> str:
        """Put the lines into object storage, where they go there; what kept them from it."""
        if not self.waiting:
            return ""
        try:
            self.waiting.put()
            self.store.exports.forget(str(self.waiting.path))
        except OSError as error:
            return f"{error.filename} cannot be written: {error.strerror}; the next run takes the lines there"
        return ""

    def close(self) -> None:
        if self.file:
            self.file.close()
