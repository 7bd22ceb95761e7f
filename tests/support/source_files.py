"""The repository's own Python files, for tests that hold rules about them."""

import ast
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file, read once for all rules."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """All nodes of a file's syntax tree, outermost first."""
    return tuple(ast.walk(tree_of(path)))


@cache
def imports(path: Path) -> frozenset[str]:
    """The modules that a file imports, as dotted names."""
    names = {alias.name for node in nodes_of(path) if isinstance(node, ast.Import) for alias in node.names}
    modules = {node.module for node in nodes_of(path) if isinstance(node, ast.ImportFrom) and node.module}
    return frozenset(names | modules)


def broken(rule: Callable[[Path], object], paths: Iterable[Path]) -> dict[str, object]:
    """The files that break a rule, each with what the rule finds there: one test for all, which names every one."""
    return {relative(path): found for path in paths if (found := rule(path))}


def modules(folder: str) -> list[Path]:
    """The Python files below a folder of the repository, without `__init__.py`."""
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if path.name != "__init__.py"]


def relative(path: Path) -> str:
    """A path as the repository has it."""
    return str(path.relative_to(ROOT))
