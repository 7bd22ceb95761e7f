"""Files that are made from others are up to date."""

import gzip
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.crawling import RECORDING, ROOT


def test_the_recording_is_what_its_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "made.warc.gz"
    script = ROOT / "tests" / "recordings" / "make_aljazeera.py"
    subprocess.run([sys.executable, script, made], check=True)
    # Unpacked: another zlib packs the same in other bytes.
    assert gzip.decompress(made.read_bytes()) == gzip.decompress(RECORDING.read_bytes())


@pytest.mark.parametrize("extra", ["", "dev"])
def test_every_dependency_is_pinned_and_hashed(extra: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["optional-dependencies"][extra] if extra else project["dependencies"]
    lock = (ROOT / f"requirements{'-' + extra if extra else ''}.txt").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==\S+(?: ;.*)? \\\n    --hash=sha256:", lock, re.MULTILINE))
    assert {re.match(r"[\w-]+", name)[0].lower().replace("_", "-") for name in wanted} <= pinned
    assert "://" not in lock
