"""A path that would search for ever is given up, signals are heard meanwhile, and the rest of the page is read."""

import signal
import subprocess
import sys
import time

import pytest
from lxml import etree

from newscrawl.extract.page.bounded_search import given_up, search

PAGE = etree.HTML("<html><body>" + "<p>a</p>" * 3000 + "<h1>b</h1></body></html>")
FOR_EVER = "//*[count(//*[count(//*) > 0]) > 0]"


def test_a_quick_path_finds_what_it_finds() -> None:
    assert [e.text for e in search(etree.XPath("//h1"), PAGE)] == ["b"]
    with pytest.raises(etree.XPathError):
        search(etree.XPath("//h1[unknown()]"), PAGE)


# In a process of its own: nothing but its end ends the search. Three calls, and a word when a signal is heard.
PROGRAM = """
import signal, sys
from tests.unit.extract.page.test_bounded_search import FOR_EVER, PAGE, etree, given_up, search
signal.signal(signal.SIGTERM, lambda *_: print("heard", flush=True))
print("begun", flush=True)
for _ in range(3):
    assert search(etree.XPath(FOR_EVER), PAGE, 1.0) == []
assert given_up == {FOR_EVER}
print("given up", search(etree.XPath("//h1"), PAGE)[0].text, flush=True)
"""


def test_a_path_that_takes_too_long_is_given_up_once_and_signals_are_heard_meanwhile() -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout and running.stdout.readline() == "begun\n"
        time.sleep(0.2)
        running.send_signal(signal.SIGTERM)
        assert running.stdout.readline() == "heard\n"
        assert running.stdout.readline() == "given up b\n"
        assert running.wait(30) == 0
    assert not given_up
