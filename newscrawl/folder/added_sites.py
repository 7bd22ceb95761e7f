"""sites/added.yml: the sites that were added by their address."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from newscrawl.arguments import typed_url
from newscrawl.errors import ArgumentError, CatalogueError
from newscrawl.folder.opml import Subscription, read_opml
from newscrawl.sites.catalogue import read_catalogue
from newscrawl.sites.entry_values import Value
from newscrawl.urls.domain import country_of_host, registrable
from newscrawl.urls.parts import host_of, split
from newscrawl.urls.sites import host_and_port

FILE = "added.yml"
LISTS = (".txt", ".csv", ".opml", ".xml")
"""Endings of a file's name, where no file is: no site's address ends so."""

HEAD = """# Sites that were added by their address: `newscrawl add URL`. Edit or remove them as you like.
"""


def subscriptions(words: Iterable[str]) -> Iterator[Subscription]:
    """What is to be added: addresses, and files of them, one a line or OPML. Raises ArgumentError."""
    for word in words:
        if not Path(word).is_file():
            if Path(word).suffix in LISTS:
                raise ArgumentError(f"{word}: there is no such file")
            yield Subscription(home=typed_url(word))
            continue
        data = Path(word).read_bytes()
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            yield from read_opml(data, word)
        else:
            yield from _lines(data, word)


def _lines(data: bytes, file: str) -> Iterator[Subscription]:
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        try:
            yield Subscription(home=typed_url(address))
        except ArgumentError:
            raise ArgumentError(f"{file}:{number}: {address}: a web address is needed, one a line") from None


def by_host(found: Iterable[Subscription]) -> dict[str, list[Subscription]]:
    """Host -> its subscriptions: one host is one site, however many feeds it has."""
    hosts: dict[str, list[Subscription]] = {}
    for each in found:
        hosts.setdefault(host_and_port(each.home or each.feed), []).append(each)
    return hosts


def entry_of(several: list[Subscription], traits: Mapping[str, str]) -> dict[str, Value]:
    """The entry of a host. `traits`: what is said of all, e.g. {"topic": "sport"}."""
    first = several[0]
    parts = split(first.home or first.feed)
    feeds = list(dict.fromkeys(each.feed for each in several if each.feed))
    country = country_of_host(host_of(first.home or first.feed))
    said: dict[str, Value] = {"publisher": first.title, "topic": first.topic, "country": country, **traits}
    home = first.home or f"{parts.scheme}://{parts.netloc}/"
    # What has a feed is read from it; else all that the site says of itself is asked for.
    places: dict[str, Value] = {"feeds": feeds} if feeds else {"whole": True}
    return {**{key: value for key, value in said.items() if value}, "home": home, **places}


def name_for(host: str, taken: Iterable[str]) -> str:
    """A name for a site: "example" of www.example.co.uk, "example2" if that is taken; "127-0-0-1" of a number."""
    if (number := host.replace(".", "-")).replace("-", "").isdigit():
        stem = number
    else:
        stem = re.sub(r"[^a-z0-9]", "", registrable(host).split(".")[0].lower()) or "site"
    known, joint = set(taken), "-" if stem[-1].isdigit() else ""
    return next(name for name in (stem, *(f"{stem}{joint}{n}" for n in range(2, 10_000))) if name not in known)


def append(path: Path, entries: Mapping[str, Mapping[str, Value]]) -> None:
    """Write entries below those that the file has. Raises ArgumentError for one that is none, without a trace."""
    before = path.read_text(encoding="utf-8") if path.exists() else HEAD
    new = yaml.safe_dump({name: dict(entry) for name, entry in entries.items()}, sort_keys=False, allow_unicode=True)
    text = f"{before.rstrip()}\n\n{new}"
    try:
        read_catalogue(new, "")
    except CatalogueError as error:  # its line is of no file that a user can look at
        raise ArgumentError(re.sub(r"^:\d+: ", "", str(error))) from None
    read_catalogue(text, f"{path.parent.name}/{path.name}", whole=False)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
