"""Bursts: how much one article draws others after it, by likelihood on the site's own past. A site without has none."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import exp, inf, log
from operator import add, itemgetter

from newscrawl.schedule.adaptive.publication_rate import CELL, TOGETHER, PublicationRate, apart, cell_of

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
LASTING = (5.0, 10.0, 20.0, 40.0)
"""What is tried: the share of articles that follow another one, and after how many minutes on average."""

JUDGED = 1000
"""The newest articles by which bursts are judged: more tell the same."""


def with_bursts(plain: PublicationRate, times: Sequence[int]) -> PublicationRate:
    """With the share and the lasting that make the site's own past likeliest. `times`: without those of editions."""
    alone = apart(times)
    if not alone:
        return plain
    size, alone = len(times) / len(alone), alone[-JUDGED:]
    usual = [plain.hours[cell_of(each) * CELL // 60] * plain.minutes[each // 60 % 60] / size for each in alone]
    gaps = [(later - earlier) / 60 - TOGETHER for earlier, later in pairwise(alone)]
    tried = [(*_likeliest(usual, _echoes(gaps, lasting)), lasting) for lasting in LASTING]
    _, share, lasting = max(tried, key=itemgetter(0))
    return replace(plain, share=share, lasting=lasting, size=size)


def _echoes(gaps: Sequence[float], lasting: float) -> list[float]:
    """What each article has of those before it, each of which draws one for so many minutes."""
    kept, echo, found = exp(-TOGETHER / lasting), 0.0, [0.0]
    for gap in gaps:
        # Nothing counts in the minutes in which all counts as one, so the kernel begins after them.
        echo = exp(-gap / lasting) * (echo * kept + 1)
        found.append(echo / lasting)
    return found


def _likeliest(usual: Sequence[float], echoes: Sequence[float]) -> tuple[float, float]:
    """How likely the past is by the best of the shares, and that share."""
    best, found = -inf, 0.0
    for share in SHARES:
        # The integral of the rate is the number of articles whatever the share, so it is left out.
        rest = 1 - share
        likely = len(usual) * log(rest) + sum(map(log, map(add, usual, map((share / rest).__mul__, echoes))))
        if likely <= best:  # it has one peak
            break
        best, found = likely, share
    return best, found
