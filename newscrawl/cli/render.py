"""What `scrapy render` does: it makes all posts of a site, or of all sites, anew out of the archive."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from scrapy.settings import Settings

from newscrawl.cli.project import find_paths
from newscrawl.cli.sites import known_or_crawled, settings_of
from newscrawl.cli.takeover import taken_over
from newscrawl.crawl.check_settings import check_folder, check_settings
from newscrawl.errors import ArgumentError, UserError
from newscrawl.files import LocalFiles, files_of
from newscrawl.lock import SiteLock
from newscrawl.render.drafts import Drafts, drafts_from
from newscrawl.render.site import render_site
from newscrawl.state.post_files import PostFiles
from newscrawl.store import Store


def render(settings: Settings, site: str, folder: str | None) -> int:
    """`site`: "" stands for all. `folder`: another place than OUTPUT. Raises UserError where there is nothing."""
    check_settings(settings)
    with Store.open(find_paths(settings).store) as store:
        if site:
            known_or_crawled(site, settings, store)
        taken_over(settings, store, site)
        sites = [name for name in ([site] if site else store.runs.sites()) if store.articles.count(name)]
        if not sites:
            raise UserError(f"the archive has no article{f' of {site}' if site else ''}; crawl first")
        for name in sites:
            print(_told(name, _render(settings_of(name, settings), store, name, folder)))
    return 0


def _render(settings: Settings, store: Store, site: str, folder: str | None) -> Counter[str]:
    check_settings(settings)
    drafts, output = drafts_from(settings, site, store), Path(settings["OUTPUT"])
    with SiteLock(output / "locks", site):
        store.claim(site)
        if folder is None:
            files = PostFiles(store, files_of(settings), settings["POST_EDITS"], key=settings["OBJECTS"])
            return render_site(store, site, drafts, files)
        root = Path(folder).resolve()
        files = PostFiles(store, LocalFiles(root), settings["POST_EDITS"], key=str(root))
        return render_site(store, site, _in_one_format(drafts, root), files)


def _in_one_format(drafts: Drafts, root: Path) -> Drafts:
    """The posts of each site in a folder of its name."""
    if len(drafts.formats) > 1:
        raise ArgumentError(f"--to takes one format, e.g. -s POST_FORMAT={drafts.formats[0]}")
    check_folder(root, f"--to {root}")
    return replace(drafts, folder=lambda form, site: site)


def _told(site: str, done: Counter[str]) -> str:
    counts = [f"{done[what]} {what}" for what in ("written", "unchanged", "removed")]
    left = [f"{done[why]} {why}, left as they are" for why in ("edited by hand", "deleted by hand") if done[why]]
    return f"{site}: {', '.join(counts)}{''.join(f'; {each}' for each in left)}"
