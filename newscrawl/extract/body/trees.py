"""Forest: a learned judgement in plain Python, read from a small file of weights."""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

Tree = Any
"""A number, or [feature, threshold, tree where the feature is at most that, tree where it is more, its mean value]."""


def score(trees: Sequence[Tree], values: Sequence[float]) -> float:
    """What trees say of a thing with these values: the logarithm of the odds."""
    total = 0.0
    for node in trees:
        while node.__class__ is list:
            node = node[2] if values[node[0]] <= node[1] else node[3]
        total += node
    return total


def chance_at(score: float) -> float:
    """The chance, 0 to 1, of such a score."""
    return 1.0 / (1.0 + math.exp(-score))


def chance(trees: Sequence[Tree], values: Sequence[float]) -> float:
    """How likely a thing with these values is what the trees learned to tell, 0 to 1."""
    return chance_at(score(trees, values))


def pushes(trees: Sequence[Tree], values: Sequence[float]) -> dict[int, float]:
    """Feature -> by how much it moved the score."""
    found: dict[int, float] = {}
    for node in trees:
        while node.__class__ is list:
            below = node[2] if values[node[0]] <= node[1] else node[3]
            found[node[0]] = found.get(node[0], 0.0) + _mean(below) - _mean(node)
            node = below
    return found


def _mean(node: Tree) -> float:
    return float(node[4] if node.__class__ is list else node)


@cache
def weights_of(name: str, features: tuple[str, ...]) -> dict[str, Any]:
    """A file of weights beside this module. `features`: what the code measures, in its order."""
    said = json.loads((resources.files("newscrawl.extract.body") / name).read_text(encoding="utf-8"))
    if tuple(said["features"]) != features:
        raise ValueError(f"{name} was made for other features; make it anew")
    weights: dict[str, Any] = said
    return weights


def trees_of(name: str, features: tuple[str, ...]) -> list[Tree]:
    """The trees of such a file."""
    trees: list[Tree] = weights_of(name, features)["trees"]
    return trees
