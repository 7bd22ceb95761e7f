"""Log lines that keep to their lines: what a page holds may stand in them, escape sequences and all."""

import logging

from newscrawl.text.characters import on_screen


class LogRecord(logging.LogRecord):
    """A record whose message and traceback cannot control the terminal."""

    def getMessage(self) -> str:  # noqa: N802 - logging's name
        return on_screen(super().getMessage())

    @property
    def exc_text(self) -> str | None:
        return self._traceback

    @exc_text.setter
    def exc_text(self, text: str | None) -> None:
        self._traceback = text and on_screen(text)
