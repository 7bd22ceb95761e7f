"""Uncollected: Python's search for circles among objects rests while one page is read.

A page is thousands of objects that all live until it is read, and none of them hold each other in a circle (a test
counts them): each search in its midst finds nothing, and all of them took 4 % of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the search rest for a while; where somebody else lets it rest already, they end that."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
