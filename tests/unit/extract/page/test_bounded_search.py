"""A path that would search for ever is given up, signals are heard meanwhile, and the rest of the page is read."""

import subprocess
import sys

import pytest
from lxml import etree

from newscrawl.extract.page.bounded_search import given_up, search

PAGE = etree.HTML("<html><body>" + "<p>a</p>" * 3000 + "<h1>b</h1></body></html>")
FOR_EVER = "//*[count(//*[count(//*) > 0]) > 0]"


def test_a_quick_path_finds_what_it_finds() -> None:
    assert [e.text for e in search(etree.XPath("//h1"), PAGE)] == ["b"]
    with pytest.raises(etree.XPathError):
        search(etree.XPath("//h1[unknown()]"), PAGE)


# In a process of its own: nothing but its end ends the search. Three calls, and a word when a signal is heard before
# the first is given up.
PROGRAM = """
import signal, sys
from tests.unit.extract.page.test_bounded_search import FOR_EVER, PAGE, etree, given_up, search
signal.signal(signal.SIGALRM, lambda *_: print("late" if given_up else "heard", flush=True))
signal.setitimer(signal.ITIMER_REAL, 0.2)
for _ in range(3):
    assert search(etree.XPath(FOR_EVER), PAGE, 1.0) == []
assert given_up == {FOR_EVER}
print("given up", search(etree.XPath("//h1"), PAGE)[0].text, flush=True)
"""


def test_a_path_that_takes_too_long_is_given_up_once_and_signals_are_heard_meanwhile() -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout and running.stdout.readline() == "heard\n"
        assert running.stdout.readline() == "given up b\n"
        assert running.wait(120) == 0
    assert not given_up
