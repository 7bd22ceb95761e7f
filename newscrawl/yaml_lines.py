"""A YAML file whose values know their lines, so that a mistake is named with its place."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml

from newscrawl.errors import InvalidInput, PlanError


class YamlValue(NamedTuple):
    """A YAML node with the file it stands in."""

    node: yaml.Node
    file: str
    mistake: type[InvalidInput] = PlanError
    """What is raised where it is wrong."""

    @property
    def line(self) -> int:
        """Where it begins; the first line is 1."""
        return int(self.node.start_mark.line) + 1

    def error(self, problem: str) -> InvalidInput:
        """The error that names this value's place."""
        return self.mistake(f"{self.file}:{self.line}: {problem}")

    def pairs(self) -> list[tuple["YamlValue", "YamlValue"]]:
        """A mapping's names and values, as they stand there."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error("a mapping (name: value) is accepted here")
        return [(self._beside(key), self._beside(value)) for key, value in self.node.value]

    def entries(self, accepted: tuple[str, ...] = ()) -> Iterator[tuple[str, "YamlValue"]]:
        """A mapping's names and values; a name twice, or one that is not in `accepted` (if any), is an error."""
        seen = set()
        for key, value in self.pairs():
            name = key.text()
            if name in seen:
                raise key.error(f"{name} stands here twice")
            if accepted and name not in accepted:
                raise key.error(f"there is no {name!r} here; accepted are {', '.join(accepted)}")
            seen.add(name)
            yield name, value

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    def items(self) -> list["YamlValue"]:
        """A list's values; a single value counts as a list of one."""
        return list(map(self._beside, self.node.value)) if self.is_list else [self]

    def text(self) -> str:
        """A single value as it is written: `no` is Norway and Norwegian here, and not false."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error("a single value is needed here")
        return str(self.node.value)

    def read(self, reader: Callable[[str], Any], name: str) -> Any:
        """The value through a reader whose ValueError says what is accepted."""
        text = self.text()
        try:
            return reader(text)
        except ValueError as error:
            raise self.error(f"{name}: {text!r}: {error}") from None

    def _beside(self, node: yaml.Node) -> "YamlValue":
        return self._replace(node=node)


def read_lines(text: str, file: str, mistake: type[InvalidInput] = PlanError) -> YamlValue | None:
    """The root of a YAML text; None where it is empty. Raises `mistake` for what is no YAML."""
    try:
        node = yaml.compose(text, yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise mistake(f"{file}{line}: no YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise mistake(f"{file}: no YAML: {' '.join(str(error).split())}") from None
    return YamlValue(node, file, mistake) if node else None
