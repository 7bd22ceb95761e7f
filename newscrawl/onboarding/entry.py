"""A proposal as text: an entry in the catalogue, put where it belongs, or a spider's file."""

import re

import yaml

from newscrawl.onboarding.proposal import Proposal, Value
from newscrawl.sites.catalogue import read_catalogue


def entry(proposal: Proposal) -> str:
    """The entry as it stands in the catalogue, below its country's `sites`."""
    lines = [f"    {proposal.name}:\n"]
    for key, value in proposal.values.items():
        if isinstance(value, list):
            lines += [f"      {key}:\n", *(f"      - {_scalar(item)}\n" for item in value)]
        else:
            lines.append(f"      {key}: {_scalar(value)}\n")
    return "".join(lines)


def alone(proposal: Proposal) -> str:
    """The entry as a file of its own, in a user's sites/."""
    values = {**({"country": proposal.country} if proposal.country else {}), **proposal.values}
    return yaml.safe_dump({proposal.name: values}, sort_keys=False, allow_unicode=True)


def inserted(catalogue: str, proposal: Proposal, file: str) -> str:
    """The catalogue's text with the entry in its country, sites and countries kept in order, all else as it was.

    Raises CatalogueError if the outcome were no catalogue.
    """
    lines = catalogue.splitlines(keepends=True)
    countries = [(n, line[:2]) for n, line in enumerate(lines) if re.match(r"[a-z]{2}:|'no':", line.replace("'", ""))]
    countries = [(n, lines[n].replace("'", "")[:2]) for n, _ in countries]
    here = next((n for n, code in countries if code == proposal.country), None)
    if here is None:
        place = next((n for n, code in countries if code > proposal.country), len(lines))
        text = f"{_scalar(proposal.country)}:\n  sites:\n{entry(proposal)}"
    else:
        place = _place(lines, here, proposal.name)
        text = entry(proposal)
    outcome = "".join([*lines[:place], text, *lines[place:]])
    read_catalogue(outcome, file)
    return outcome


def _place(lines: list[str], country: int, name: str) -> int:
    """The line before which a site's entry goes: the first name behind its own, else the country's end."""
    place = country + 1
    while place < len(lines) and not re.match(r"\S", lines[place]):
        found = re.match(r"    ['\"]?([a-z0-9][\w-]*)['\"]?:", lines[place])
        if found and found[1] > name:
            # A comment above an entry belongs to it.
            while lines[place - 1].lstrip().startswith("#"):
                place -= 1
            return place
        place += 1
    return place


def spider(proposal: Proposal) -> str:
    """The spider's file."""
    values = {**({"country": proposal.country} if proposal.country else {}), **proposal.values}
    body = "".join(f"    {key} = {_python(value)}\n" for key, value in values.items())
    return (
        f"from newscrawl.spider import NewsSpider\n\n\nclass {proposal.name.title()}Spider(NewsSpider):\n"
        f'    name = "{proposal.name}"\n{body}'
    )


def _python(value: Value) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_python, value)) + "]"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _scalar(value: str) -> str:
    """A YAML scalar on one line, quoted where it must be."""
    return yaml.safe_dump(value, allow_unicode=True, width=10_000).removesuffix("...\n").strip()
