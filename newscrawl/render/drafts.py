"""Drafts: an article's post in each format that the settings ask for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from newscrawl.article import Article
from newscrawl.files import files_of
from newscrawl.images.local import LocalImages
from newscrawl.posts import FORMATS, Post, PostOptions, folder_of, options_from, post_name, write_post
from newscrawl.state.post_files import Draft
from newscrawl.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """What makes drafts of articles."""

    formats: list[str]
    options: PostOptions
    images: LocalImages | None = None
    """The images that were downloaded, where posts are to show those."""

    folder: Callable[[str, str], str] = folder_of
    """(format, site) -> the folder of posts."""

    once: bool = False
    """Whether an article that another site had before gets no post."""

    def of(self, article: Article, first: Article | None = None, *, same_as: str = "") -> list[Draft]:
        """A draft in each format. `first`: the version of the article that its posts are named by. `same_as`: the
        address of another site's article that is nearly the same."""
        if self.once and same_as:
            return []
        return [self._draft(form, article, first or article) for form in self.formats]

    def _draft(self, form: str, article: Article, first: Article) -> Draft:
        post = self._post(form, article)
        if first is not article:
            post = replace(post, name=post_name(first, form, self.options))
        template = self.options.name or FORMATS[form].template
        return Draft(form, self.folder(form, article.site), post, f"{template} {PurePosixPath(post.name).suffix}")

    def _post(self, form: str, article: Article) -> Post:
        if self.images is None:
            return write_post(article, form, self.options)
        post = write_post(self.images.marked(article), form, self.options)
        return replace(post, text=self.images.unmarked(post.text))

    @property
    def choices(self) -> str:
        """Text that is equal where all posts come out equal, as far as it is a matter of settings."""
        return f"{sorted(self.formats)} {self.options} {self.images and self.images.shown_at} {self.once}"


def drafts_from(settings: Any, site: str, store: Store) -> Drafts:
    """What the settings say. Raises ValueError with one clear line."""
    formats, options = options_from(settings)
    images = None
    if settings["IMAGES"] == "download":
        images = LocalImages(store.images, site, files_of(settings), settings["IMAGES_URL"])
    return Drafts(formats=formats, options=options, images=images, once=settings["POST_DUPLICATES"] == "first")
