"""Whatever is done in whatever order: the posts are what one render of the archive gives, hand edits apart."""

import shutil
import tempfile
from pathlib import Path
from typing import IO

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from newscrawl import durable
from newscrawl.article import Article
from newscrawl.files import LocalFiles
from newscrawl.posts import PostOptions
from newscrawl.render.drafts import Drafts
from newscrawl.render.site import render_if_changed, render_site
from newscrawl.state.post_files import PostFiles
from tests.support.desk import Desk, article

CHOICES = [
    Drafts(formats=["hexo"], options=PostOptions()),
    Drafts(formats=["hugo"], options=PostOptions(theme="stack")),
    Drafts(formats=["hexo", "jekyll"], options=PostOptions(fields=("layout=news",))),
    Drafts(formats=["hexo"], options=PostOptions(name="{year}/{date}-{slug}")),
]
MINE = "edited by a person"


class Killed(BaseException):
    """What SIGKILL is to a test: nothing that comes after it is done."""


class AnySequence(RuleBasedStateMachine):
    """A site is crawled, rendered and edited."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(self.folder)
        self.drafts = CHOICES[0]
        self.titles: dict[int, str] = {}
        self.edited: set[Path] = set()
        self.deleted: set[Path] = set()

    def teardown(self) -> None:
        self.desk.state.close()
        shutil.rmtree(self.folder)

    # -- what may happen -----------------------------------------------------------------------------------------------
    @rule(number=st.integers(0, 3), title=st.sampled_from(["", "Corrected", "Story 1"]))
    def crawl(self, number: int, title: str) -> None:
        """A run begins: what is asked of posts has changed or not; then an article comes, new or edited."""
        self._render_if_changed()
        self.titles[number] = title or f"Story {number}"
        self._take(article(number, f"https://www.example.com/{number}", title=self.titles[number]))

    def _take(self, story: Article) -> None:
        state = self.desk.state
        version = state.version(state.recognise(story, self.desk.answer(story.url)))
        assert version
        state.keep(version, self.drafts.of(version.article))

    @rule(choice=st.sampled_from(CHOICES))
    def change_of_mind(self, choice: Drafts) -> None:
        self.drafts = choice
        self._render_if_changed()

    def _render_if_changed(self) -> None:
        render_if_changed(self.desk.state.store, "example", self.drafts, self.desk.state.files)

    @rule()
    def render(self) -> None:
        render_site(self.desk.state.store, "example", self.drafts, self.desk.state.files)

    @rule(choice=st.sampled_from(CHOICES), after=st.integers(0, 6))
    def killed_while_rendering(self, choice: Drafts, after: int) -> None:
        """The next run takes it up, whatever is asked of it."""
        left, new_file = [after], durable.new_file

        def dying(path: Path) -> IO[bytes]:
            if not left[0]:
                raise Killed
            left[0] -= 1
            return new_file(path)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(durable, "new_file", dying)
            try:
                render_site(self.desk.state.store, "example", choice, self.desk.state.files)
            except Killed:
                pass
        self.drafts = choice
        self._render_if_changed()

    def _untouched(self) -> list[Path]:
        return sorted(path for path in self._files() if path not in self.edited)

    @precondition(lambda self: self._untouched())
    @rule(data=st.data())
    def edit_by_hand(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(self._untouched()))
        path.write_text(MINE)
        self.edited.add(path)

    @precondition(lambda self: self._untouched())
    @rule(data=st.data())
    def delete_by_hand(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(self._untouched()))
        path.unlink()
        self.deleted.add(path)

    # -- what is true then ---------------------------------------------------------------------------------------------
    def _files(self) -> set[Path]:
        return {path for folder in self.folder.glob("posts*") for path in folder.rglob("*") if path.is_file()}

    @invariant()
    def posts_are_what_one_render_gives(self) -> None:
        if self.desk.state.store.posts.rendered("example") != self.drafts.choices:
            return  # nothing was rendered yet
        with tempfile.TemporaryDirectory() as name:
            files = PostFiles(self.desk.state.store, LocalFiles(Path(name)), key=name)
            render_site(self.desk.state.store, "example", self.drafts, files)
            wanted = contents(Path(name))
        # By format and name: a post that a person touched stays where it was, whatever is asked of folders and names.
        theirs = {self._key(str(path.relative_to(self.folder))) for path in self.edited | self.deleted}
        assert self._others(contents(self.folder), theirs) == self._others(wanted, theirs)
        assert all(path.read_text() == MINE for path in self.edited)
        assert not [path for path in self.deleted if path.exists()]

    def _others(self, posts: dict[str, bytes], theirs: set[tuple[str, str]]) -> dict[str, bytes]:
        return {path: data for path, data in posts.items() if self._key(path) not in theirs}

    def _key(self, path: str) -> tuple[str, str]:
        return path.partition("/")[0], path.rpartition("/")[2]


def contents(root: Path) -> dict[str, bytes]:
    found = [path for folder in root.glob("posts*") for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(root)): path.read_bytes() for path in found}


def test_a_post_keeps_away_from_rivals_of_its_own_name_alone() -> None:
    """Found by the machine: a new title's neighbours in the calendar counted, though the post keeps its first name."""
    machine = AnySequence()
    machine.change_of_mind(choice=CHOICES[2])
    machine.crawl(number=0, title="Corrected")
    machine.crawl(number=1, title="")
    machine.crawl(number=1, title="Corrected")
    machine.posts_are_what_one_render_gives()
    machine.teardown()


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=25, stateful_step_count=12, suppress_health_check=list(HealthCheck))
