"""What a pattern or a reader costs when its text grows: texts made against it, and how CPU grows with them."""

import ast
import re
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from inspect import unwrap
from itertools import product
from operator import itemgetter
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SIDES = ("newscrawl", "pipelines", "spiders")
SHORT, LONG = 10_000, 100_000
MOST_GROWTH = 25
"""Ten times the length may cost this many times the CPU: the square would be 100 times, caches and limits cost some."""
THRICE = 6
"""Where 10,000 characters are dear, three times the length may cost this many times the CPU: the square would be 9."""
FLOOR = 0.03
"""Seconds that 100,000 characters may cost however they grow: less cannot be told from noise."""

MOST_REPEATS = 2_000
TOO_MUCH = 0.15
"""Seconds that no text of 10,000 characters may cost: more is not tried."""

Pattern = re.Pattern[Any]
Cost = Callable[[str], object]
Growth = tuple[float, str, str]
"""How many times the CPU, for which text: its seed and its end."""


# -- patterns ----------------------------------------------------------------------------------------------------------
def modules() -> Iterator[tuple[ModuleType, Path]]:
    for path in sorted(path for side in SIDES for path in (ROOT / side).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield import_module(name), path


ANCHORED = {"match", "fullmatch"}


def patterns() -> dict[str, tuple[Pattern, bool]]:
    """Every pattern of the product by where it stands, and whether it is asked at one place of a text alone."""
    found: dict[Pattern, str] = {}
    calls: dict[str, str] = {}
    for module, path in modules():
        for name, value in list(vars(module).items()):
            for pattern in _held(value, module.__name__):
                found.setdefault(pattern, f"{module.__name__}.{name}")
        for line, pattern, how in _called(path):
            calls[found.setdefault(pattern, f"{module.__name__}:{line}")] = how
    asked = {module.__name__: _asked(path.read_text(encoding="utf-8")) for module, path in modules()}
    return {
        where: (pattern, ({calls[where]} if where in calls else _uses(where, asked)) <= ANCHORED)
        for pattern, where in found.items()
    }


_ASKED = re.compile(r"\b(?=(\w+)(?:\([^()]*\)|\[[^]]*\])*\.(match|fullmatch|search|subn?|findall|finditer|split)\b)")


def _asked(code: str) -> dict[str, set[str]]:
    """Name -> what a file asks of it."""
    asked: dict[str, set[str]] = {}
    for found in _ASKED.finditer(code):
        asked.setdefault(found[1], set()).add(found[2])
    return asked


def _uses(where: str, asked: dict[str, dict[str, set[str]]]) -> set[str]:
    """How a pattern is asked, as far as its name tells: in its own file, or else in any."""
    module, _, name = where.rpartition(".")
    anywhere: set[str] = set().union(*(each.get(name, set()) for each in asked.values()))
    return asked[module].get(name) or anywhere or {"search"}


def _held(value: object, module: str, depth: int = 0) -> Iterator[Pattern]:
    """The patterns in a value, in what it holds, and in what a function without arguments makes."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(getattr(value, "__self__", None), re.Pattern):
        yield value.__self__  # type: ignore[attr-defined]
    elif hasattr(value, "cache_info") and "Pattern" in str(unwrap(value).__annotations__.get("return", "")):  # type: ignore[arg-type]
        if not unwrap(value).__code__.co_argcount:  # type: ignore[arg-type]
            yield from _held(value(), module, depth)  # type: ignore[operator]
    elif depth < 4 and isinstance(value, dict):
        for each in (*value, *value.values()):
            yield from _held(each, module, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _held(each, module, depth + 1)
    elif depth < 3 and getattr(value, "__module__", "") == module and hasattr(value, "__dict__"):
        for each in list(vars(value).values()):
            yield from _held(each, module, depth + 1)


def _called(path: Path) -> Iterator[tuple[int, Pattern, str]]:
    """The patterns that stand in calls of `re`, and what they ask; those with names are found by them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            if ast.unparse(node.func.value) == "re" and node.func.attr != "compile":
                if isinstance(node.args[0], ast.Constant):
                    yield node.lineno, re.compile(node.args[0].value), node.func.attr


def repeats(pattern: Pattern) -> bool:
    """Whether a pattern has a repeat without a bound; without one it takes the same time at each place of a text."""
    return _repeats(parser.parse(pattern.pattern, pattern.flags))


def _repeats(parsed: Iterable[Any]) -> bool:
    without_bound = codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT
    return any(
        (op in without_bound and value[1] > MOST_REPEATS) or any(map(_repeats, _inside(op, value)))
        for op, value in parsed
    )


# -- texts against a pattern -------------------------------------------------------------------------------------------
_ONE_OF = {codes.CATEGORY_DIGIT: "7", codes.CATEGORY_SPACE: " ", codes.CATEGORY_NOT_WORD: "-"}
_WITHIN = {codes.MAX_REPEAT: 2, codes.MIN_REPEAT: 2, codes.POSSESSIVE_REPEAT: 2, codes.SUBPATTERN: 3}
_ALWAYS = ("a ", "a-", "7.", "7-", "á", "Aa ", " ", "\n", "<a>", "a.", "-", "<", "(", "[", '"')
_MOST = 30


def seeds(pattern: Pattern) -> list[str]:
    """Its literals, one character for each of its classes, and pairs of these: what adversarial texts repeat."""
    letters, words = (list(dict.fromkeys(found)) for found in _parts(parser.parse(pattern.pattern, pattern.flags)))
    letters = [letter if isinstance(letter, str) else chr(letter) for letter in letters]
    few, some = [*letters[:7], *letters[-7:]], [*words[:5], *words[-5:]]
    pairs = [a + b for a in (*letters[:4], *words[:4]) for b in (*letters[-4:], *words[-3:]) if a != b]
    return list(dict.fromkeys([*few, *some, *_ALWAYS, *pairs]))[:_MOST]


def _parts(parsed: Iterable[Any]) -> tuple[list[str], list[str]]:
    letters: list[str] = []
    words, word = [], ""
    for op, value in parsed:
        if op is codes.LITERAL:
            word += chr(value)
            continue
        words.append(word)
        word = ""
        letters += _letters(op, value)
        for inner in _inside(op, value):
            more_letters, more_words = _parts(inner)
            letters, words = letters + more_letters, words + more_words
    words.append(word)
    return [*letters, *(each[0] for each in words if each)], [each for each in words if len(each) > 1]


def _letters(op: Any, value: Any) -> list[str]:
    if op in (codes.ANY, codes.NOT_LITERAL):
        return ["a" if value != ord("a") else "b"]
    if op is not codes.IN:
        return []
    found = []
    for kind, each in value:
        if kind is codes.LITERAL:
            found.append(chr(each))
        elif kind is codes.RANGE:
            found += [chr(each[0]), chr(each[1])]
        elif kind is codes.CATEGORY:
            found.append(_ONE_OF.get(each, "a"))
    return [c for c in 'a -7.<"\n' if c not in found][:1] if value[0][0] is codes.NEGATE else found[:4]


def _inside(op: Any, value: Any) -> Iterable[Any]:
    if op in _WITHIN:
        return [value[_WITHIN[op]]]
    if op is codes.BRANCH or op in (codes.ASSERT, codes.ASSERT_NOT):
        return value[1] if op is codes.BRANCH else [value[1]]
    return [value] if op is codes.ATOMIC_GROUP else []


def text(seed: str, length: int, end: str) -> str:
    return (seed * (length // len(seed) + 1))[:length] + end


ENDS = ("", "\x01")


# -- growth ------------------------------------------------------------------------------------------------------------
def cpu(work: Callable[[], object]) -> float:
    before = time.thread_time()
    work()
    return time.thread_time() - before


def growth(cost: Cost, seed: str, end: str = "") -> float:
    """How many times the CPU ten times the length costs, at the least of some tries; 0 below what can be measured."""
    least = float("inf")
    short_text, long_text = text(seed, SHORT, end), text(seed, LONG, end)
    cost(text(seed, 1, end))  # what the first text of all compiles would hide the growth
    short = long = least
    for _ in range(4):
        short = min(short, cpu(lambda: cost(short_text)))
        if short > 0.05 and min(cpu(partial(cost, text(seed, 3 * SHORT, end))) for _ in range(2)) > THRICE * short:
            return least
        if (long := min(long, cpu(lambda: cost(long_text)))) < FLOOR or long < MOST_GROWTH * short:
            return 0.0
        if long > 2:  # no noise lasts so long
            break
    return long / short


TENFOLD = 50
"""Times the CPU of its tenth that 10 MB may cost: the square would be 100 times, memory beyond the caches three."""


def in_proportion(cost: Cost, whole: str) -> bool:
    """Whether a text costs no more CPU than its length is more than its first tenth's, at the best of some tries."""
    tenth = whole[: len(whole) // 10]
    return any(cpu(partial(cost, whole)) < TENFOLD * max(cpu(partial(cost, tenth)), FLOOR) for _ in range(4))


STEPS = (100, 300, 1_000, 3_000, SHORT)
"""Lengths that are tried one after the other: the cube of 10,000 would never come back."""


def worst(cost: Cost, among: Iterable[str], most: float = TOO_MUCH, ends: tuple[str, ...] = ENDS) -> Growth:
    """The growth of the first that grows of the texts that cost most or grew most; infinite where a short one is dear.

    What costs most is not what grows most: a square that begins low stands behind ten texts that are dear and even.
    """
    slowest: list[tuple[float, str, str]] = []
    growing: list[tuple[float, str, str]] = []
    for seed, end in product(among, ends):
        before = spent = 0.0
        for length in STEPS if len(ends) > 1 else STEPS[-2:]:
            before, spent = spent, cpu(partial(cost, text(seed, length, end)))
            if spent > most and cpu(partial(cost, text(seed, length, end))) > most:
                return float("inf"), seed, end
        slowest.append((spent, seed, end))
        growing.append((spent / before if before else 0.0, seed, end))
    chosen = {(seed, end) for _, seed, end in (*sorted(slowest)[-len(ends) :], max(growing))}
    grown = ((growth(cost, seed, end), seed, end) for seed, end in sorted(chosen))
    return next(filter(itemgetter(0), grown), (0.0, "", ""))
