"""The rules of the house."""

import ast
import graphlib
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from scrapy.utils.misc import load_object

from newscrawl.cli.command import Command
from newscrawl.extract.vocabulary.agencies import AGENCIES
from newscrawl.extract.vocabulary.names import roles
from pipelines import STAGES
from tests.support.source_files import ROOT, broken, imports, modules, nodes_of, relative, tree_of

ENGINE = modules("newscrawl")
BUT_SITES = [*ENGINE, *modules("pipelines")]
PRODUCT = [*BUT_SITES, *modules("spiders")]


def test_the_engine_imports_neither_side() -> None:
    def of_a_side(path: Path) -> set[str]:
        return {
            name
            for name in imports(path)
            if name.split(".")[0] in ("spiders", "pipelines") or name == "newscrawl.settings"
        }

    assert not broken(of_a_side, [path for path in ENGINE if path.name != "settings.py"])


# -- rooms: the folders and single modules of newscrawl/, and what each may import -------------------------------------
def rooms(path: Path) -> set[str]:
    """The rooms that a file imports, in functions and for types too."""
    found = set()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            found |= {room(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {room(f"{node.module}.{alias.name}") for alias in node.names}
    return found - {""}


def room(name: str) -> str:
    """The room of a dotted name: `extract` has rooms within; "" for what is none of newscrawl."""
    package, *parts = name.split(".")
    if package != "newscrawl" or not parts:
        return ""
    inner = parts[0] == "extract" and (ROOT / "newscrawl" / "extract" / parts[1 % len(parts)]).is_dir()
    known = (ROOT / "newscrawl" / parts[0]).is_dir() or (ROOT / "newscrawl" / f"{parts[0]}.py").is_file()
    return ".".join(parts[: 1 + inner]) if known else ""


@cache
def arrows() -> dict[str, set[str]]:
    """Room -> the rooms that it imports."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "newscrawl").rglob("*.py")):
        here = room(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
        found.setdefault(here, set()).update(rooms(path) - {here})
    return found


def test_rooms_have_no_circle() -> None:
    try:
        graphlib.TopologicalSorter(arrows()).prepare()
    except graphlib.CycleError as error:
        pytest.fail(f"a circle: {' <- '.join(error.args[1])}")


GROUND = set(
    "arguments article article_record durable element errors files lock objects "
    "refusals request_context text urls warc yaml_lines".split()
)
"""What knows of no other work of the house."""


@pytest.mark.parametrize("room", sorted(GROUND))
def test_the_ground_imports_no_other_room(room: str) -> None:
    assert arrows()[room] <= GROUND


@pytest.mark.parametrize(
    ("room", "may_know"),
    {
        "fetch": GROUND,
        "posts": GROUND | {"clean"},
        "store": GROUND,
        "state": GROUND | {"article_filters", "discover", "extract", "extract.fields", "metadata", "posts", "store"},
    }.items(),
)
def test_a_room_knows_what_lies_below(room: str, may_know: set[str]) -> None:
    assert arrows()[room] <= may_know


# -- request.meta ------------------------------------------------------------------------------------------------------
SCRAPYS_KEYS = {
    "dont_obey_robotstxt",
    "dont_retry",
    "download_latency",
    "download_maxsize",
    "download_slot",
    "handle_httpstatus_all",
    "handle_httpstatus_list",
    "is_start_request",
    "proxy",
    "redirect_times",
    "redirect_urls",
    "retry_times",
}


def meta_keys(path: Path) -> Iterator[str]:
    """The words with which a file asks `request.meta`, or makes one."""
    for node in nodes_of(path):
        if isinstance(node, ast.Subscript) and is_meta(node.value):
            yield ast.unparse(node.slice)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_meta(node.func.value):
            yield ast.unparse(node.args[0])
        elif isinstance(node, ast.Compare) and any(map(is_meta, node.comparators)):
            yield ast.unparse(node.left)
        elif isinstance(node, ast.keyword) and node.arg == "meta" and isinstance(node.value, ast.Dict):
            yield from (ast.unparse(key) for key in node.value.keys if key)
        elif isinstance(node, ast.Assign) and is_meta(node.targets[0]) and isinstance(node.value, ast.Dict):
            yield from (ast.unparse(key) for key in node.value.keys if key)


def is_meta(node: ast.AST) -> bool:
    return getattr(node, "attr", getattr(node, "id", "")) == "meta"


def test_request_meta_has_one_key_that_is_ours() -> None:
    allowed = {repr(key) for key in SCRAPYS_KEYS}
    # A page has `meta` of its own.
    asked = [path for path in PRODUCT if path.name != "request_context.py" and "extract" not in path.parts]
    assert not broken(lambda path: set(meta_keys(path)) - allowed, asked)


def test_a_runs_counts_are_no_loose_stats() -> None:
    """Scrapy's stats are told of them in one place, and never asked. What fetching counts is its own."""
    asking = {"inc_value", "set_value", "max_value", "get_value"}

    def calls(path: Path) -> set[str]:
        # A call: a reference to `inc_value` is what RunCounts is given.
        called = [node.func for node in nodes_of(path) if isinstance(node, ast.Call)]
        return {node.attr for node in called if isinstance(node, ast.Attribute)} & asking

    assert not broken(calls, [path for path in PRODUCT if path.parent.name != "fetch"])


# They raise for "http://[", and each has its own idea of what a base is; newscrawl/urls/ has those that do not.
TAKE_ADDRESSES_APART = {"urlsplit", "urlparse", "urljoin", "urldefrag"}


def test_addresses_are_taken_apart_in_one_room() -> None:
    """newscrawl.urls.parts and newscrawl.urls.resolve have this, newscrawl.urls.domain what is about hosts."""

    def taken_apart(path: Path) -> set[str]:
        code = path.read_text(encoding="utf-8")
        names = {getattr(node, "attr", getattr(node, "name", "")) for node in nodes_of(path)}
        return (names & TAKE_ADDRESSES_APART) | {
            word for word in ('removeprefix("www.")', "tldextract") if word in code
        }

    outside = [path for path in BUT_SITES if not path.is_relative_to(ROOT / "newscrawl" / "urls")]
    assert not broken(taken_apart, outside)


def test_recordings_are_read_and_written_in_one_room() -> None:
    outside = [path for path in BUT_SITES if path.parent != ROOT / "newscrawl" / "warc"]
    assert not broken(lambda path: {name for name in imports(path) if name.split(".")[0] == "warcio"}, outside)


def test_the_ranges_of_scripts_stand_in_one_file() -> None:
    def ranges(path: Path) -> list[str]:
        return re.findall(r"\\u(?:3400|4e00|ac00)", path.read_text(encoding="utf-8").lower())

    assert not broken(ranges, [path for path in BUT_SITES if relative(path) != "newscrawl/text/scripts.py"])


def test_an_element_of_a_page_has_one_name() -> None:
    def named(path: Path) -> bool:
        return any(isinstance(node, ast.Attribute) and node.attr == "_Element" for node in nodes_of(path))

    assert not broken(named, [path for path in BUT_SITES if relative(path) != "newscrawl/element.py"])


UNPACKS = {
    "text/gzip.py": "bounded",
    "fetch/unpack.py": "deflate",
    "store/packing.py": "own",
    "warc/every_record.py": "a few bytes",
}
"""Modules that unpack, and what: all gzip that comes from the web is unpacked by the first."""


def test_what_comes_from_the_web_is_unpacked_in_one_way() -> None:
    def unpacks(path: Path) -> set[str]:
        names = {node.attr for node in nodes_of(path) if isinstance(node, ast.Attribute)}
        return names & {"decompressobj", "decompress", "GzipFile"} | imports(path) & {"gzip"}

    assert not broken(unpacks, [path for path in BUT_SITES if inside(path) not in UNPACKS])


def test_plurals_are_made_in_one_way() -> None:
    """newscrawl.text.counts has this."""
    others = [path for path in BUT_SITES if inside(path) != "text/counts.py"]
    assert not broken(lambda path: any(map(is_plural, nodes_of(path))), others)


def test_agencies_are_named_in_one_file() -> None:
    agencies = {name for name in AGENCIES if len(name) > 4}

    def named(path: Path) -> set[str]:
        return {said.lower() for said in texts(path)} & agencies

    assert not broken(named, [path for path in BUT_SITES if inside(path) != "extract/vocabulary/agencies.py"])


def test_which_article_a_page_is_is_decided_once() -> None:
    def decides(path: Path) -> bool:
        calls = {getattr(node.func, "id", "") for node in nodes_of(path) if isinstance(node, ast.Call)}
        return "ArticleIdentity" in calls

    assert not broken(decides, [path for path in BUT_SITES if inside(path) != "state/crawl_state.py"])


def inside(path: Path) -> str:
    """A path within `newscrawl/`."""
    return relative(path).removeprefix("newscrawl/")


def is_plural(node: ast.AST) -> bool:
    """Whether a node is `"s" if … else ""`, or the other way round."""
    sides = [node.body, node.orelse] if isinstance(node, ast.IfExp) else []
    return {side.value for side in sides if isinstance(side, ast.Constant)} == {"", "s"}


SCRIPTS = [*modules("benchmarks"), *modules("tools"), *modules("docs")]


@pytest.mark.parametrize("path", SCRIPTS, ids=relative)
def test_scripts_import_names_that_are_there(path: Path) -> None:
    """Types are checked of most of them; imports within functions, and what draws the docs' pictures, are not run."""
    nodes = [node for node in nodes_of(path) if isinstance(node, ast.ImportFrom)]
    for node in nodes:
        if node.module and node.module.split(".")[0] in ("newscrawl", "pipelines", "spiders"):
            module = import_module(node.module)
            for alias in node.names:
                assert hasattr(module, alias.name) or import_module(f"{node.module}.{alias.name}")


def test_unit_tests_stand_as_the_modules_that_they_hold() -> None:
    folders = {path.parent.relative_to(ROOT / "tests" / "unit") for path in modules("tests/unit")}
    assert not [str(folder) for folder in folders if not (ROOT / "newscrawl" / folder).is_dir()]


@pytest.mark.parametrize("path", modules("spiders"), ids=relative)
def test_a_site_imports_the_spider_alone(path: Path) -> None:
    ours = {name for name in imports(path) if name.split(".")[0] in ("newscrawl", "spiders", "pipelines")}
    # The catalogue is no site but files of them, and what reads these is the engine's.
    readers = {"newscrawl.sites.catalogue", "newscrawl.folder.own_sites"}
    assert ours <= {"newscrawl.spider"} | (readers if path.name == "catalogue.py" else set())


@pytest.mark.parametrize("path", modules("pipelines"), ids=relative)
def test_stages_do_not_import_each_other(path: Path) -> None:
    assert not {name for name in imports(path) if name.split(".")[0] in ("spiders", "pipelines")}
    assert "newscrawl.settings" not in imports(path)


def test_extraction_works_without_scrapy() -> None:
    code = """
import sys
from newscrawl import extract_article
page = open("tests/pages/aljazeera-2021.html", "rb").read()
print(extract_article(page, url="https://chinese.aljazeera.net/news/2021/12/9/a").title, "scrapy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "False" and done.stdout.startswith("五角大楼")


def test_every_stage_stands_in_stages_and_in_a_file_of_its_name() -> None:
    files = {path.stem for path in modules("pipelines")}
    assert {name.rpartition(".")[0] for name in STAGES} == {f"pipelines.{stem}" for stem in files}
    for stage in map(load_object, STAGES):
        assert stage.__name__.lower() == stage.__module__.removeprefix("pipelines.").replace("_", "")


def test_nobody_writes_start_requests() -> None:
    """Scrapy 2.16 and later ignore it without a word."""

    def written(path: Path) -> bool:
        return any(isinstance(node, ast.FunctionDef) and node.name == "start_requests" for node in nodes_of(path))

    assert not broken(written, PRODUCT)


def test_a_foreign_package_called_spiders_is_named(tmp_path: Path) -> None:
    (tmp_path / "spiders").mkdir()
    (tmp_path / "spiders" / "__init__.py").touch()
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}]; import spiders, newscrawl.settings"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "not this project's" in done.stderr


# They take any site, or read a file of many, and have no pages of their own.
ANY_SITE = {"article", "catalogue", "site"}


@pytest.mark.parametrize("path", [path for path in modules("spiders") if path.stem not in ANY_SITE], ids=relative)
def test_a_site_is_called_like_its_file_and_has_a_page(path: Path) -> None:
    names = [line.split('"')[1] for line in path.read_text().splitlines() if line.startswith("    name = ")]
    assert names == [path.stem]
    assert list((ROOT / "tests" / "pages").glob(f"{path.stem}-*.html"))


@pytest.mark.parametrize("name", ["riverpost", "lightship"])
def test_a_site_is_one_file_of_at_most_fifteen_lines(name: str) -> None:
    lines = (ROOT / "spiders" / f"{name}.py").read_text().splitlines()
    # That it is an example is no part of what it is an example of.
    assert len([line for line in lines if "is_site = False" not in line]) <= 15


SQL = re.compile(
    r"\s*(?:(?-i:SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|ALTER|DROP|WITH|REPLACE)\s"
    r"|select\s.*\sfrom\s|insert\s+(?:or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\()",
    re.IGNORECASE | re.DOTALL,
)


def test_sql_stands_in_the_store_alone() -> None:
    def touches_it(path: Path) -> set[str]:
        said = set(filter(SQL.match, texts(path)))
        attributes = {node.attr for node in nodes_of(path) if isinstance(node, ast.Attribute)}
        held = attributes & {"database", "_database", "connection"}
        return said | held | imports(path) & {"sqlite3", "psycopg", "newscrawl.store.database"}

    assert not broken(touches_it, [path for path in PRODUCT if path.parent.name != "store"])


def test_files_are_locked_in_one_way() -> None:
    others = [path for path in PRODUCT if relative(path) != "newscrawl/lock.py"]
    assert not broken(lambda path: "fcntl" in imports(path), others)


def texts(path: Path) -> set[str]:
    """The texts that stand in a file's code."""
    return {node.value for node in nodes_of(path) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_the_store_knows_nothing_of_what_is_above_it() -> None:
    ground = {f"newscrawl.{name}" for name in ("store", "article", "article_record", "errors", "text", "urls")}
    ours = {name for path in modules("newscrawl/store") for name in imports(path) if name.startswith("newscrawl.")}
    assert {".".join(name.split(".")[:2]) for name in ours} <= ground


@pytest.mark.parametrize("path", modules("newscrawl/commands"), ids=relative)
def test_a_command_is_the_base_with_its_words_and_its_program(path: Path) -> None:
    """What is wrong is said by the base, in one way; what a command does stands in its program."""
    command = import_module(f"newscrawl.commands.{path.stem}").Command
    assert issubclass(command, Command) and command.summary and command.example
    assert not any(isinstance(node, ast.Try) for node in nodes_of(path))
    work = next(node for node in nodes_of(path) if isinstance(node, ast.FunctionDef) and node.name == "work")
    (program,) = (node for node in ast.walk(work) if isinstance(node, ast.ImportFrom))
    assert program.module == f"newscrawl.cli.{path.stem.replace('-', '_')}"


WORDS_IN_A_LIST = 6
"""A tuple or set of so many lower-case words is a word list."""

NOT_OF_NAMES = {
    "body/alike_rows.py": "HTML tags",
    "body/inline.py": "HTML tags",
    "body/flow_figures.py": "tags around text that is none of a figure's own",
    "body/control_signs.py": "words of the file names of icons and badges",
    "body/lazy_images.py": "attributes of lazy loaders",
    "body/image_widths.py": "attributes of lazy loaders",
    "body/state_jsonml.py": "HTML tags",
    "body/state_draft.py": "kinds of blocks in the data of scripts",
    "body/state_notion.py": "kinds of blocks in the data of scripts",
    "body/state_mobiledoc.py": "tags of texts in Mobiledoc",
    "body/state_html.py": "keys of nodes in the data of scripts",
    "body/drawn_page.py": "HTML tags and attributes",
    "body/state_ranges.py": "kinds of marks in the data of scripts",
    "body/state_boxes.py": "keys of nodes in the data of scripts",
    "body/state_names.py": "keys of nodes in the data of scripts",
    "body/state_spans.py": "keys of nodes in the data of scripts",
    "body/state_grids.py": "keys of nodes in the data of scripts",
    "body/state_keys.py": "keys of nodes in the data of scripts",
    "body/state_trees.py": "keys and kinds of nodes in the data of scripts",
    "body/disclosure_titles.py": "signs of what unfolds",
    "body/embed_ids.py": "attributes that note an embed's id",
    "body/embed_providers.py": "names of providers",
    "body/embeds.py": "tags of embeds, attributes that hold their addresses",
    "body/stand_ins.py": "attributes of boxes that a script fills",
    "body/captions.py": "HTML tags",
    "body/layout.py": "HTML tags",
    "body/markup.py": "HTML tags",
    "body/media.py": "HTML tags",
    "body/media_writer.py": "HTML tags",
    "body/omissions.py": "HTML tags",
    "body/evidence_of_boxes.py": "HTML tags",
    "body/evidence.py": "names of what is measured and of reasons",
    "body/judge.py": "names of what is measured and of reasons",
    "body/pruning.py": "reasons",
    "body/parts.py": "HTML tags, names of what is measured",
    "body/consent_boxes.py": "HTML tags",
    "body/embed_blocks.py": "HTML tags",
    "body/standfirst.py": "HTML tags",
    "body/text_map.py": "HTML tags",
    "fields/address.py": "names of meta tags, parts of addresses",
    "fields/declared_authors.py": "names of meta tags",
    "fields/bylines_below.py": "HTML tags",
    "fields/calendars.py": "names of calendars",
    "fields/declared_dates.py": "names of meta tags",
    "fields/dates.py": "days of the week",
    "fields/dates_farther.py": "HTML tags",
    "fields/element_dates.py": "HTML tags",
    "fields/worded_bylines.py": "HTML tags",
    "fields/poorer_titles.py": "names of meta tags",
    "fields/shown_titles.py": "HTML tags",
    "fields/declared_images.py": "names of meta tags",
    "fields/name_kinds.py": "particles of names, top-level domains",
    "explanation.py": "an article's fields",
    "reading.py": "an article's fields",
    "fields/tags.py": "names of meta tags",
    "fields/tag_notes.py": "labels of a content system's notes",
    "fields/folder_links.py": "parts of addresses",
    "fields/language.py": "codes of languages",
    "fields/section.py": "names of meta tags",
}
"""Finder -> why it may hold lists of words: none of them names an element or is a phrase."""


def word_lists(path: Path) -> list[str]:
    """The texts and collections of a file that list words, and patterns that look for words between [\\s_-]."""
    found = []
    types = {id(node.slice) for node in nodes_of(path) if isinstance(node, ast.Subscript)}
    for node in nodes_of(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and r"[\s_-]" in node.value:
            found.append(node.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            if isinstance(node.func.value, ast.Constant) and len(str(node.func.value.value).split()) >= WORDS_IN_A_LIST:
                found.append(str(node.func.value.value))
        if isinstance(node, ast.Tuple | ast.Set | ast.List | ast.Dict) and id(node) not in types:
            elements = node.keys if isinstance(node, ast.Dict) else node.elts
            words = [e.value for e in elements if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            if len(words) >= WORDS_IN_A_LIST and all(word == word.lower() for word in words):
                found.append(" ".join(words))
    return found


def alternatives(path: Path) -> Iterator[list[str]]:
    """The words of patterns that look for one of many; those of state_*.py look for keys of data."""
    for node in nodes_of(path) if not path.name.startswith("state_") else ():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = re.findall(r"(?:(?<=[|(])|^)[a-z]{2,}(?=[|)]|$)", node.value)
            if len(words) >= WORDS_IN_A_LIST:
                yield words


FINDERS = [path for path in modules("newscrawl/extract") if path.parent.name != "vocabulary"]


def test_words_that_tell_what_an_element_is_stand_in_the_vocabulary_alone() -> None:
    others = [path for path in FINDERS if within_extraction(path) not in NOT_OF_NAMES]
    assert not broken(word_lists, others)


def test_who_may_hold_lists_of_words_has_some() -> None:
    assert not [name for name in NOT_OF_NAMES if not word_lists(ROOT / "newscrawl" / "extract" / name)]


def test_names_are_taken_apart_in_one_way() -> None:
    """newscrawl.extract.vocabulary.names.words_of alone does that."""
    assert not broken(lambda path: [listed for listed in word_lists(path) if r"[\s_-]" in listed], FINDERS)


def test_no_list_of_words_is_of_those_that_the_table_of_names_knows() -> None:
    def known(path: Path) -> list[str]:
        of_data = path.name.startswith("state_")
        lists = [] if of_data else [*map(str.split, word_lists(path)), *alternatives(path)]
        return [" ".join(words) for words in lists if sum(map(is_known, words)) >= 2 / 3 * len(words)]

    def is_known(word: str) -> bool:
        return word.isalpha() and bool(roles(word))

    assert not broken(known, FINDERS)


def within_extraction(path: Path) -> str:
    return str(path.relative_to(ROOT / "newscrawl" / "extract"))


ROOMS_OF_EXTRACTION = ["vocabulary", "page", "body", "fields"]


def test_the_rooms_of_extraction_know_those_before_them_alone() -> None:
    def later(path: Path) -> set[str]:
        room, all_rooms = path.parent.name, ROOMS_OF_EXTRACTION
        before = (
            {*all_rooms, "reading", "explanation"} if room == "extract" else {*all_rooms[: all_rooms.index(room) + 1]}
        )
        return {name.split(".")[2] for name in imports(path) if name.startswith("newscrawl.extract.")} - before

    assert not broken(later, modules("newscrawl/extract"))


def test_a_class_name_means_one_thing() -> None:
    """Scrapy demands that each command is called Command."""
    found = [
        node.name
        for path in PRODUCT
        if path.parent.name != "commands"
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef)
    ]
    assert not {name for name in found if found.count(name) > 1}
