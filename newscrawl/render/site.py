"""All posts of one site, made anew out of the archive. Killed anywhere and begun again, it ends in the same files."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from newscrawl.article import Article
from newscrawl.article_record import from_record
from newscrawl.render.drafts import Drafts
from newscrawl.state.post_files import PostFiles
from newscrawl.store import Store
from newscrawl.store.articles import StoredArticle

# Articles whose places are committed together.
LOT = 200


def render_site(store: Store, site: str, drafts: Drafts, files: PostFiles) -> Counter[str]:
    """Write each post whose bytes change, and remove what no longer belongs; how many posts came to what.

    Raises OSError where the disk refuses; what is done then stays done.
    """
    done: Counter[str] = Counter()
    store.posts.set_rendered(site, "", files.key)
    articles = store.articles.as_kept(site)
    while lot := list(islice(articles, LOT)):
        done.update(_render(store, lot, drafts, files))
    done["removed"] = files.clear(site)
    store.posts.set_rendered(site, drafts.choices, files.key)
    return +done


def render_if_changed(store: Store, site: str, drafts: Drafts, files: PostFiles) -> Counter[str]:
    """The same, where the settings of posts are others than the last time, or articles have come without posts."""
    if store.posts.rendered(site, files.key) == drafts.choices:
        return Counter()
    return render_site(store, site, drafts, files)


def _render(store: Store, lot: Sequence[StoredArticle], drafts: Drafts, files: PostFiles) -> list[str]:
    with store.transaction():
        placed = []
        for each in lot:
            article = from_record(each.record)
            found = drafts.of(article, _first(store, each), same_as=each.record.get("same_as") or "")
            placed += files.place(each.page, article.url, found)
            files.retire(each.page, {draft.form for draft in found})
    outcomes = [files.write(post) for post in placed]
    with store.transaction():
        files.settle(placed, outcomes)
    return list(outcomes)


def _first(store: Store, each: StoredArticle) -> Article | None:
    """The article's first version, where it was edited since."""
    record = store.articles.first(each.page)
    return from_record(record) if record else None
