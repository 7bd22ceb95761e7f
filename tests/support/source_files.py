"""The repository's own Python files, for tests that hold rules about them."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file, read once for all rules."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """The modules that a file imports, as dotted names."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def modules(folder: str) -> list[Path]:
    """The Python files below a folder of the repository, without `__init__.py`."""
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if path.name != "__init__.py"]


def relative(path: Path) -> str:
    """A path as the repository has it."""
    return str(path.relative_to(ROOT))
