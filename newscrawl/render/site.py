"""All posts of one site, made anew out of the archive. Killed anywhere and begun again, it ends in the same files."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from newscrawl.article import Article
from newscrawl.article_record import from_record
from newscrawl.render.drafts import Drafts
from newscrawl.render.from_posts import from_posts
from newscrawl.state.post_files import PostFiles
from newscrawl.store import PageRecord, Store
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
    for page in store.articles.given_up(site):
        done.update(_follow(store, page, drafts, files))
    done["removed"] = files.clear(site)
    store.posts.set_rendered(site, drafts.choices, files.key)
    return +done


def render_if_changed(store: Store, site: str, drafts: Drafts, files: PostFiles) -> Counter[str]:
    """The same, where the settings of posts are others than the last time, or articles have come without posts."""
    if store.posts.rendered(site, files.key) == drafts.choices:
        return Counter()
    return render_site(store, site, drafts, files)


def _render(store: Store, lot: Sequence[StoredArticle], drafts: Drafts, files: PostFiles) -> Sequence[str]:
    with store.transaction():
        placed = []
        for each in lot:
            article = from_record(each.record)
            found = drafts.of(article, _first(store, each), same_as=each.record.get("same_as") or "")
            placed += files.place(each.page, article.url, found)
            files.retire(each.page, {draft.form for draft in found})
    outcomes = files.write(placed)
    with store.transaction():
        files.settle(placed, outcomes)
    return outcomes


def _follow(store: Store, page: PageRecord, drafts: Drafts, files: PostFiles) -> Sequence[str]:
    """The posts of an article that is not kept any longer follow a change of format, read back from each other."""
    known = store.posts.of(page.id, files.key).keys()
    if not known or known == set(drafts.formats):
        return []
    article = from_posts(store, page, files.files, files.key)
    found = [draft for draft in drafts.of(article) if draft.form not in known] if article else []
    with store.transaction():
        placed = files.place(page.id, page.url, found)
    outcomes = files.write(placed)
    with store.transaction():
        files.settle(placed, outcomes)
        if article:
            files.retire(page.id, drafts.formats)
    return outcomes


def _first(store: Store, each: StoredArticle) -> Article | None:
    """The article's first version, where it was edited since."""
    record = store.articles.first(each.page)
    return from_record(record) if record else None
