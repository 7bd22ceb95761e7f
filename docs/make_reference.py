"""Makes docs/reference.md (settings, commands, fields) of the code: `python docs/make_reference.py [FILE]`."""

import json
import re
import sys
from importlib import import_module
from pathlib import Path

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.path.insert(0, str(ROOT))
HEAD = """# Reference

This page is made from the code by `docs/make_reference.py`; a test fails when it is out of date.

A setting is given with `-s NAME=value` for one run, or in small letters in `newscrawl.toml`. An argument is given with
`-a name=value`: [all arguments](sites.md#what-is-wanted). Every command answers `--help`.

## Exit codes

| code | meaning |
| --- | --- |
| 0 | the command did its job |
| 1 | it could not: no listing, no article, every article failed, disk full; or a site is not well |
| 2 | an argument or a setting is wrong |
"""


def settings() -> str:
    """A section for each part of settings.py that speaks to users."""
    lines, said = ["## Settings"], []
    for line in (ROOT / "newscrawl" / "settings.py").read_text(encoding="utf-8").splitlines():
        if title := re.match(r"# -- (.+?) -+$", line):
            if title[1] == "How Scrapy runs":
                break
            lines.append(f"### {title[1]}")
            said = []
        elif line.startswith("# "):
            said.append(line[2:])
        elif len(lines) > 1 and (found := re.match(r"([A-Z_]+) = ([^{#]+?)(?:  #.*)?$", line)):
            if found[1] != "BASE":
                what = escaped(" ".join(said)) or "Belongs to the one above."
                lines.append(f"**`{found[1]}`** (default {default(found[2])})  \n{what}")
            said = []
    return "\n\n".join(lines)


def default(code: str) -> str:
    """A setting's default as a reader takes it: of those that the environment gives, its name and what else holds."""
    if name := re.search(r'environ\.get\("(\w+)"', code):
        last = re.findall(r'"[^"]*"', code)[-1]
        return f"`{last}`, or the environment's `{name[1]}`"
    return f"`{code}`"


def escaped(text: str) -> str:
    """Text of a comment, with nothing in it that Markdown or HTML would take for its own."""
    return re.sub(r"([<*\[])", r"\\\1", text)


def commands() -> str:
    """What each command says of itself, and its own options."""
    lines = ["## Commands"]
    for path in sorted((ROOT / "newscrawl" / "commands").glob("[a-z]*.py")):
        command = import_module(f"newscrawl.commands.{path.stem}").Command()
        lines += [f"### {path.stem}", f"`{path.stem} {command.syntax()}`  \n{escaped(command.short_desc())}"]
    return "\n\n".join(lines)


def fields() -> str:
    """The fields of an article, out of its JSON Schema."""
    schema = json.loads((DOCS / "article.schema.json").read_text(encoding="utf-8"))
    rows = [f"| `{name}` | {escaped(field.get('description', ''))} |" for name, field in schema["properties"].items()]
    head = ["## Fields of an article", "", "For programs: [JSON Schema](article.schema.json).", ""]
    return "\n".join([*head, "| field | what it is |", "| --- | --- |", *rows])


if __name__ == "__main__":
    made = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS / "reference.md"
    made.write_text("\n\n".join([HEAD.rstrip(), settings(), commands(), fields()]) + "\n", encoding="utf-8")
