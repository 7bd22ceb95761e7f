"""Script redirect: the addresses that a small page's code sends its reader to as soon as it runs."""

import re
from collections import Counter
from itertools import islice

# Strings, comments and addresses of a code; a page that does nothing but send its reader on has few.
MOST = 200

# A string of code, so that what is written in one is not taken for code; setTimeout runs its string.
_STRING = r""""(?:[^"\\\n]|\\.){0,999}+"|'(?:[^'\\\n]|\\.){0,999}+'|`(?:[^`\\]|\\.){0,999}+`"""
_TOKEN = re.compile(
    r"""(?P<sent>(?<![\w.])(?:(?:window|document|top|self|parent|globalThis)(?:\.|(?=\[))){0,2}"""
    r"""(?:location\b|\[["']location["']\])(?:(?:\.href)?\s{0,9}=|\.(?:replace|assign)\()\s{0,9}"""
    rf"""(["'`])(?P<address>[^"'`<>\s$]{{1,1000}})\2(?!\s{{0,9}}\+))"""
    rf"""|setTimeout\(\s{{0,9}}["'`]|(?P<string>{_STRING})|(?P<comment>/\*.*?(?:\*/|\Z)|<!--[^\n]*|(?<![:\\\w])//[^\n]*)""",
    re.S,
)
_BRACE = re.compile(r"[{};]")
# What stands before a block or statement that may never run: a condition, or a reader who does something.
_MAY_NEVER_RUN = re.compile(
    r"\b(?:if|else|while|for|switch|case|catch)\b|[?]|&&|\|\|"
    r"|(?:on|\b)(?:click|submit|change|input|scroll|error|blur|focus|(?:mouse|key|touch|pointer)\w*)\b",
    re.I,
)
_FUNCTION = re.compile(r"\bfunction\s+(\w+)|\b(\w+)\s*=\s*(?:async\s*)?(?:function\b|\([\w\s,]{0,50}\)\s*=>)")


def redirects(code: str) -> set[str]:
    """The addresses, as they stand there."""
    found: set[str] = set()
    plain, end, words = "", 0, Counter(re.findall(r"\w+", code))
    for token in islice(_TOKEN.finditer(code), MOST):
        plain += code[end : token.start()]
        end = token.end()
        if token["sent"]:
            if _runs(plain, words):
                found.add(token["address"].replace("\\/", "/"))
        elif token["string"]:  # an event's name counts, braces in a text do not
            plain += _BRACE.sub(" ", token["string"])
        elif not token["comment"]:
            plain += token[0].rstrip("\"'`")
    return found


def _runs(before: str, words: Counter[str]) -> bool:
    """Whether what stands behind `before` runs by itself: each block that it stands in, and its own statement, does."""
    return all(_is_entered(head, words) for head in _heads(before))


def _heads(before: str) -> list[str]:
    """What stands before each block that is still open, and before the statement at the end."""
    heads, start = [], 0
    for mark in _BRACE.finditer(before):
        if mark[0] == "{":
            heads.append(before[start : mark.start()])
        elif mark[0] == "}" and heads:
            heads.pop()
        start = mark.end()
    return [*heads, before[start:]]


def _is_entered(head: str, words: Counter[str]) -> bool:
    if _MAY_NEVER_RUN.search(head):
        return False
    named = _FUNCTION.search(head)
    name = (named[1] or named[2]) if named else "on"
    return name.startswith("on") or words[name] > 1
