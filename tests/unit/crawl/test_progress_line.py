from newscrawl.crawl.progress_line import at_hand, cut, progress_line
from newscrawl.state.run_counts import RunCounts


def test_the_line_has_counts_pace_and_the_title_without_its_control_characters() -> None:
    counts = RunCounts()
    counts.articles = 12
    assert progress_line("paper", counts, 30, 90) == "paper: 12 articles, 30 pages left, 8 a minute, 1 min"
    assert progress_line("paper", RunCounts(), 1, 4) == "paper: 0 articles, 1 page left, 4 s"
    assert at_hand(None, "A\x1b[2J bridge\r\n") == "  A [2J bridge  "


def test_a_wait_stands_with_its_reason() -> None:
    assert at_hand((12.3, "paper.example: status 429"), "A bridge") == ", waiting 12 s (paper.example: status 429)"


def test_a_line_is_cut_by_columns() -> None:
    assert cut("标题和更多", 5) == "标题"
    assert cut("e\u0301te", 2) == "e\u0301t"
