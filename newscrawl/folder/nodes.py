"""A table of newscrawl.toml as the YAML nodes that the readers of schedule.yml and catalogues take, with its lines."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from newscrawl.folder.config_file import ConfigFile
from newscrawl.folder.own_settings import as_toml


def node_of(config: ConfigFile, keys: Sequence[str], value: Any) -> yaml.Node:
    """The node of a value. `keys`: where it stands, e.g. ["schedule", "every"]."""
    mark = yaml.Mark(config.path.name, 0, config.line(keys) - 1, 0, None, 0)
    if isinstance(value, Mapping):
        entries = [
            (_key(config, [*keys, key], key), node_of(config, [*keys, key], each)) for key, each in value.items()
        ]
        return yaml.MappingNode("tag:yaml.org,2002:map", entries, mark, mark)
    if isinstance(value, list):
        items = [node_of(config, keys, item) for item in value]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, mark, mark)
    text = value if isinstance(value, str) else as_toml(value)
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, mark, mark)


def _key(config: ConfigFile, keys: Sequence[str], key: str) -> yaml.Node:
    mark = yaml.Mark(config.path.name, 0, config.line(keys) - 1, 0, None, 0)
    return yaml.ScalarNode("tag:yaml.org,2002:str", key, mark, mark)
