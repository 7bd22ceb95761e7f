"""Hidden addresses: a proxy writes e-mail addresses as numbers, which its script makes readable again.

Cloudflare does so on every page of a site that has it on: <a data-cfemail="543931…">[email protected]</a>, where the
first number is the key of the others.
"""

import re

from newscrawl.element import Element

MARK = b"data-cfemail"
_NUMBERS = re.compile(r"(?:[0-9a-fA-F]{2}){4,160}")
_ADDRESS = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,90}")


def show_addresses(tree: Element) -> None:
    """Write the addresses where the page shows "[email protected]"."""
    for element in tree.iter("a", "span"):
        if (written := element.get("data-cfemail")) and (address := _decoded(written)):
            for child in list(element):
                element.remove(child)
            element.text = address
            link = element if element.tag == "a" else element.getparent()
            if link is not None and link.tag == "a":
                link.set("href", f"mailto:{address}")


def _decoded(written: str) -> str:
    if not _NUMBERS.fullmatch(written):
        return ""
    key, *rest = bytes.fromhex(written)
    address = bytes(number ^ key for number in rest).decode("utf-8", "replace")
    return address if _ADDRESS.fullmatch(address) else ""
