"""`scrapy search WORDS …`: articles of the archive by their words, without a request."""

import argparse

from newscrawl.cli.command import ANY_NUMBER, whole_number
from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_LEVEL": "WARNING"}
    summary = "Find articles by their words"
    example = "scrapy search 'tide gate' harbour -n 5"
    takes, accepts = "WORDS …", 'words, "words side by side" or begin*'
    fewest, most = 1, ANY_NUMBER

    def options(self, parser: argparse.ArgumentParser) -> None:
        add = parser.add_argument
        add("--site", metavar="SITE", help="of this site alone")
        add("--in", dest="field", metavar="FIELD", help="look in title, authors, topics or text alone")
        add("--since", metavar="DATE", help="of this day or moment and later")
        add("--until", metavar="DATE", help="of this day or moment and earlier")
        add("--not", dest="without", metavar="WORDS", help="without these words")
        add("-n", "--count", metavar="N", type=whole_number, default=10, help="how many (default: 10)")
        add("--json", action="store_true", help="one JSON object a line, for scripts")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.search import search

        without = [f"-{word}" for word in (opts.without or "").split()]
        return search(self.settings, " ".join([*map(_quoted, args), *without]), opts)


def _quoted(argument: str) -> str:
    """What the shell took the quotes off: words in one argument stand side by side."""
    return f'"{argument}"' if " " in argument and '"' not in argument else argument
