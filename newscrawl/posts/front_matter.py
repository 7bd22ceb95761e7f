"""Front matter as YAML that every generator reads as it was meant: text is always a quoted scalar on one line."""

import yaml

from newscrawl.posts.format import Fields


class _Text(str):
    """Text, to be quoted whatever it looks like: `null`, `1e3`, `2021-12-09`, `- x`, `---` are titles too."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


class _FastDumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, data: object) -> bool:
        return True


def _quoted(dumper: yaml.SafeDumper, text: _Text) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="'")


for _dumper in (_FastDumper, _Dumper):
    _dumper.add_representer(_Text, _quoted)

# Wider than any line; PyYAML folds at 80 by default, and a fold is a blank in a language that has none.
_NEVER_FOLD = 2**31 - 1


def front_matter(fields: Fields) -> str:
    """`fields` as a YAML block with its two `---` lines, the first of them the very first bytes."""
    values = {key: _marked(value) for key, value in fields.items()}
    # libyaml escapes what lies beyond U+FFFF: emoji, rare characters of Chinese names. PyYAML's own emitter does not.
    dumper = _Dumper if max(map(_highest, fields.values()), default="") > "\uffff" else _FastDumper
    text = yaml.dump(values, Dumper=dumper, allow_unicode=True, sort_keys=False, width=_NEVER_FOLD)
    return f"---\n{text}---\n"


def _marked(value: object) -> object:
    if isinstance(value, str):
        return _Text(value)
    if isinstance(value, list):
        return [_marked(item) for item in value]
    if isinstance(value, dict):
        return {key: _marked(item) for key, item in value.items()}
    return value


def _highest(value: object) -> str:
    if isinstance(value, str):
        return max(value, default="")
    if isinstance(value, list):
        return max(map(_highest, value), default="")
    if isinstance(value, dict):
        return max(map(_highest, value.values()), default="")
    return ""
