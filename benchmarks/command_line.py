"""Command line: what the benchmarks have in common."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter


def parser_of(doc: str | None) -> ArgumentParser:
    """A parser whose help is a script's docstring."""
    return ArgumentParser(description=doc, formatter_class=RawDescriptionHelpFormatter)


def number_of(doc: str | None, name: str, default: int) -> int:
    """The one number that a script is called with."""
    parser = parser_of(doc)
    parser.add_argument(name, type=int, nargs="?", default=default, help="default: %(default)s")
    return int(vars(parser.parse_args())[name])
