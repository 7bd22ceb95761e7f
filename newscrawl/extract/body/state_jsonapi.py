"""JSON:API, in which Drupal answers: a node whose parts stand beside it, named by their kinds and ids."""

from typing import Any


def article_of_jsonapi(held: Any) -> dict[str, Any] | None:
    """What a node says, and its parts in their order; None of a value of another form."""
    if not isinstance(held, dict) or not isinstance(included := held.get("included"), list):
        return None
    node = held.get("data")
    relations = node.get("relationships") if isinstance(node, dict) else None
    if not isinstance(node, dict) or not isinstance(relations, dict):
        return None
    known = {_name(part): part for part in included if isinstance(part, dict)}
    named = [each for relation in relations.values() if isinstance(relation, dict) for each in _list(relation)]
    names = dict.fromkeys(map(_name, named))  # a part that is named again and again is one part
    parts = [_flat(known[name]) for name in names if name in known]
    return {**_flat(node), "content": parts} if parts else None


def _list(relation: dict[str, Any]) -> list[dict[str, Any]]:
    """What a relation to several parts names."""
    held = relation.get("data")
    return [each for each in held if isinstance(each, dict)] if isinstance(held, list) else []


def _name(part: dict[str, Any]) -> tuple[str, str]:
    return str(part.get("type")), str(part.get("id"))


def _flat(part: dict[str, Any]) -> dict[str, Any]:
    said = part.get("attributes")
    return {"type": part.get("type"), **(said if isinstance(said, dict) else {})}
