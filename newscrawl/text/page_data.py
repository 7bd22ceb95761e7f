"""The data that a page's scripts draw it from: Next.js, Nuxt, Apollo, Fusion and others, as plain values.

Many pages whose HTML is empty hold all they show as JSON. Nothing of a page's scripts is run.
"""

from newscrawl.text.assigned_data import of_variables
from newscrawl.text.attribute_data import of_attributes
from newscrawl.text.json_scripts import of_json_scripts
from newscrawl.text.page_values import LARGEST, Named
from newscrawl.text.stores import Stores
from newscrawl.text.streamed_data import of_flight, of_registers, of_stream

MOST = 60
"""Pieces of data of one page that are read."""


def page_data(source: bytes) -> list[Named]:
    """What a page's scripts and attributes hold, in the page's order; nothing for a page without."""
    if len(source) > LARGEST:
        return []
    found: list[Named] = []
    stores = Stores()
    kinds = (of_json_scripts, of_variables, of_flight, of_stream, of_registers, of_attributes)
    for named in (named for kind in kinds for named in kind(source)):
        if isinstance(named[1], dict | list) and len(found) < MOST:
            found.append((named[0], stores.with_nodes(named[1])))
    return found
