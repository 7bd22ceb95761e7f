"""What a page holds stands in a log line and is not obeyed by the terminal that shows it."""

import io
import logging

from newscrawl.crawl.log_record import LogRecord


def test_neither_a_message_nor_a_traceback_holds_an_escape_sequence() -> None:
    shown = io.StringIO()
    handler = logging.StreamHandler(shown)
    try:
        raise ValueError("no day: \x1b[31m\x07")
    except ValueError as error:
        record = LogRecord("x", logging.ERROR, __file__, 1, "%s:\n%s", ("\x1b]0;a\x07", "b\r"), None)
        record.exc_info = (ValueError, error, error.__traceback__)
    handler.handle(record)
    lines = shown.getvalue().splitlines()
    assert lines[:2] == [" ]0;a :", "b "]
    assert lines[-1] == "ValueError: no day:  [31m "
