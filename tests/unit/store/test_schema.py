"""The steps of the schema: stores have gone through those that landed, so none of them may change."""

import re
from hashlib import sha256

from newscrawl.store.schema import STEPS

# Add a step's digest here when the step is added. A digest that no longer fits means that a step was edited which
# stores have gone through: give the change a step of its own.
DIGESTS = (
    "81a896932aa98733",
    "93d8294e3c508b5e",
    "3d07d0a05430f2af",
    "ea8bb48ba7588476",
    "4af712173bc5897e",
    "66a27889087ccb99",
    "43b0276857255685",
    "47cbaabf24a82981",
    "6e4fcb29d1c1216a",
    "84114124b7d3bf83",
    "1005981dfca83b2e",
    "cdc71c4f6704aeaf",
    "88e9e6a09bdc31d7",
    "eaacf49ab39e1dc1",
    "bd1a91eba276184d",
)


def test_no_step_that_landed_has_changed() -> None:
    assert tuple(map(digest, STEPS)) == DIGESTS


def digest(step: str) -> str:
    """Of what SQLite reads of a step: comments and layout may change."""
    return sha256(" ".join(re.sub(r"--.*", "", step).split()).encode()).hexdigest()[:16]
