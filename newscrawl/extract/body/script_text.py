"""ScriptText: a text whose places are counted as browsers' scripts do, in units of UTF-16."""


class ScriptText:
    """A text to cut. A character beyond the first 65,536, an emoji's, counts as two places."""

    def __init__(self, text: str) -> None:
        self._units = text.encode("utf-16-le", "surrogatepass")

    def __len__(self) -> int:
        return len(self._units) // 2

    def between(self, start: int, end: int | None = None) -> str:
        """The text from one place to another, or to its end. Half a character that a cut leaves is left out."""
        stop = None if end is None else 2 * end
        return self._units[2 * start : stop].decode("utf-16-le", "ignore")
