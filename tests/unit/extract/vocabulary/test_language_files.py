"""The languages' files: every key, phrases that can be looked for."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from newscrawl.extract.vocabulary import language_files
from newscrawl.extract.vocabulary.language_files import KEYS, known

ROOT = Path(__file__).resolve().parents[4]
FILES = sorted(Path(language_files.__file__).with_name("languages").glob("*.toml"))
SOUGHT_IN_LOWER_CASE = set("wall updated not_found challenge notice members_only login consent newsletter".split())
SOUGHT_BY_TWO_LETTERS = set("read_more plea by written published updated reading_time source_lines".split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_has_every_key_or_says_none(path: Path) -> None:
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    assert tuple(read) == KEYS
    for key, said in read.items():
        assert said == "none" or (isinstance(said, list) and said), key
        if said != "none":
            assert len(said) == len(set(said)), key


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_phrases_are_lower_case_and_patterns_compile(path: Path) -> None:
    for key, said in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for phrase in said if said != "none" else ():
            if phrase.startswith("/") and phrase.endswith("/"):
                re.compile(phrase[1:-1])
                bare = re.sub(r"\\.", "", phrase)
                assert bare == bare.lower() or key not in SOUGHT_IN_LOWER_CASE, (key, phrase)
            else:
                assert phrase == phrase.lower().strip(), (key, phrase)
                assert len(phrase) > 1 or key not in SOUGHT_BY_TWO_LETTERS, (key, phrase)


def test_every_language_of_the_catalogue_has_a_file() -> None:
    catalogue = yaml.safe_load((ROOT / "spiders" / "catalogue.yml").read_text(encoding="utf-8"))
    said = {site.get("language") for country in catalogue.values() for site in country["sites"].values()}
    spoken = {tag for tags in said if tags for tag in (tags if isinstance(tags, list) else [tags])}
    codes = {tag.split("-")[0] for tag in spoken} - {"en"}
    assert len(codes) > 20 and not [code for code in codes if not known([code])]
