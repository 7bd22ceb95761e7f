"""A YAML file whose values know their lines, so that a mistake is named with its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from newscrawl.errors import PlanError


@dataclass(frozen=True, slots=True)
class YamlValue:
    """A YAML node with the file it stands in."""

    node: yaml.Node
    file: str

    def error(self, problem: str) -> PlanError:
        """The error that names this value's place."""
        return PlanError(f"{self.file}:{self.node.start_mark.line + 1}: {problem}")

    def entries(self, accepted: tuple[str, ...] = ()) -> Iterator[tuple[str, "YamlValue"]]:
        """A mapping's names and values; a name twice, or one that is not in `accepted` (if any), is an error."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error("a mapping (name: value) is accepted here")
        seen = set()
        for key, value in self.node.value:
            place = YamlValue(key, self.file)
            name = place.text()
            if name in seen:
                raise place.error(f"{name} stands here twice")
            if accepted and name not in accepted:
                raise place.error(f"there is no {name!r} here; accepted are {', '.join(accepted)}")
            seen.add(name)
            yield name, YamlValue(value, self.file)

    def items(self) -> list["YamlValue"]:
        """A list's values; a single value counts as a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [YamlValue(node, self.file) for node in self.node.value]
        return [self]

    def text(self) -> str:
        """A plain value as it is written."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error("a plain value is accepted here")
        return str(self.node.value)

    def read(self, reader: Callable[[str], Any], name: str) -> Any:
        """The value through a reader whose ValueError says what is accepted."""
        try:
            return reader(self.text())
        except PlanError:
            raise
        except ValueError as error:
            raise self.error(f"{name}: {self.text()!r}: {error}") from None


def read_lines(text: str, file: str) -> YamlValue | None:
    """The root of a YAML text; None where it is empty. Raises PlanError for what is no YAML."""
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise PlanError(f"{file}{line}: no YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise PlanError(f"{file}: no YAML: {' '.join(str(error).split())}") from None
    return YamlValue(node, file) if node else None
