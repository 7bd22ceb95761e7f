"""One count, and what users, the history and Scrapy's stats see of it."""

from newscrawl.state.run_counts import RunCounts


def test_scrapys_stats_are_told_of_each_count_under_the_name_that_users_know() -> None:
    stats: dict[str, int] = {}
    counts = RunCounts(lambda name, by: stats.update({name: stats.get(name, 0) + by}))
    counts.posts.add("new")
    counts.posts.add("new")
    counts.refused.add("NoArticle", "video")
    counts.links.add(by=7)
    counts.known.add(by=0)
    counts.cut_short.add("only the first of several pages is read")
    assert stats == {
        "posts/new": 2,
        "refused/NoArticle/video": 1,
        "links": 7,
        "cut short/only the first of several pages is read": 1,
    }
    assert (counts.posts["new"], counts.posts["updated"], counts.refused.total, counts.links.total) == (2, 0, 1, 7)


def test_the_history_keeps_what_became_of_links_and_pages() -> None:
    counts = RunCounts()
    counts.posts.add("new")
    counts.skipped.add("older", by=4)
    counts.known.add(by=9)
    counts.images.add("downloaded")
    assert counts.for_history() == {"posts/new": 1, "skipped/older": 4}
