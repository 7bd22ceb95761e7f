"""Forest: a learned judgement in plain Python, read from a small file of weights."""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

Tree = Any
"""A number, or [feature, threshold, tree where the feature is at most that, tree where it is more]."""


def chance(trees: Sequence[Tree], values: Sequence[float]) -> float:
    """How likely a thing with these values is what the trees learned to tell, 0 to 1."""
    total = 0.0
    for node in trees:
        while node.__class__ is list:
            node = node[2] if values[node[0]] <= node[1] else node[3]
        total += node
    return 1.0 / (1.0 + math.exp(-total))


@cache
def trees_of(name: str, features: tuple[str, ...]) -> list[Tree]:
    """The trees of a file of weights beside this module. `features`: what the code measures, in its order."""
    said = json.loads((resources.files("newscrawl.extract.body") / name).read_text(encoding="utf-8"))
    if tuple(said["features"]) != features:
        raise ValueError(f"{name} was made for other features; make it anew")
    trees: list[Tree] = said["trees"]
    return trees
