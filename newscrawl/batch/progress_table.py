"""The progress of a batch on a screen, or line by line where there is none."""

import shutil
from collections.abc import Callable
from typing import Protocol, TextIO

EVERY = 1.0
"""Seconds between two tables on a screen."""

NOW_AND_THEN = 30.0
"""Seconds between two lines where there is no screen."""


class ShownProgress(Protocol):
    """What is shown."""

    @property
    def clock(self) -> Callable[[], float]: ...
    def line(self) -> str: ...
    def table(self) -> list[str]: ...


class ProgressTable:
    """Progress on a screen, written over; a line now and then where it is no screen."""

    def __init__(self, progress: ShownProgress, screen: TextIO) -> None:
        self.progress, self.screen = progress, screen
        self.lines = 0
        self.shown = progress.clock()

    def show(self) -> None:
        """Show it, if it is time."""
        on_screen = self.screen.isatty()
        if self.progress.clock() - self.shown < (EVERY if on_screen else NOW_AND_THEN):
            return
        self.shown = self.progress.clock()
        if on_screen:
            self._draw(self.progress.table())
        else:
            print(self.progress.line(), file=self.screen, flush=True)

    def say(self, line: str) -> None:
        """A line that stays."""
        self.clear()
        print(line, file=self.screen, flush=True)

    def clear(self) -> None:
        """Take it away."""
        if self.lines:
            self._draw([])

    def _draw(self, lines: list[str]) -> None:
        up = f"\x1b[{self.lines}A" if self.lines else ""
        width = shutil.get_terminal_size().columns - 1
        self.screen.write(up + "\r\x1b[J" + "".join(f"{line[:width]}\n" for line in lines))
        self.screen.flush()
        self.lines = len(lines)
