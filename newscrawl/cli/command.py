"""The base of every command: its help, what it accepts, and one way to say what is wrong.

A command is a file in newscrawl/commands/ that names what it accepts and calls its program, which stands in
newscrawl/cli/. Scrapy imports all commands whenever one of them starts, so `work` imports the program when it is run.
"""

import argparse
import os
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from scrapy.commands import BaseRunSpiderCommand, ScrapyCommand, ScrapyHelpFormatter
from scrapy.exceptions import UsageError
from scrapy.utils.project import get_project_settings

from newscrawl.errors import ArgumentError, UserError
from newscrawl.files import is_address, settled
from newscrawl.text.characters import on_one_line

if TYPE_CHECKING:
    from scrapy.crawler import Crawler, CrawlerProcessBase
    from scrapy.settings import Settings


class HelpFormatter(ScrapyHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """Scrapy's, which leaves the lines of a description as they are."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        """Scrapy takes a line for a heading that ends in a colon, also one of an option's help."""
        return [f"{line} " if line.endswith(":") else line for line in super()._split_lines(text, width)]


ANY_NUMBER = sys.maxsize


def program() -> str:
    """What a user typed: newscrawl or scrapy, which are the same."""
    return "newscrawl" if sys.argv[0] == "newscrawl" else "scrapy"


def as_called(text: str) -> str:
    """A sentence that names commands, with the word that the user typed before them."""
    return re.sub(r"\bscrapy (?=[a-z])", f"{program()} ", text)


class Command(ScrapyCommand):
    """`scrapy NAME …`, where NAME is the module's. A subclass sets the attributes below and writes `work`."""

    requires_project = True
    requires_crawler_process = False
    settings: "Settings"
    crawler_process: "CrawlerProcessBase"

    summary = ""
    """What the command does, in one line."""
    example = ""
    """A call as a user would type it."""
    takes = ""
    """The arguments as the help shows them, e.g. "SITE URL"."""
    accepts = "no argument"
    """The arguments in words."""
    fewest, most = 0, 0
    """How many arguments there may be."""

    def __init__(self) -> None:
        super().__init__()
        self.speaker = f"{program()} {type(self).__module__.rpartition('.')[2]}"

    def options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""

    def prepare(self, opts: argparse.Namespace) -> None:
        """Change the settings, before Scrapy makes its process of them."""

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        """Do it and return the exit code; a UserError and an OSError end the command with one line."""
        raise NotImplementedError

    def tell(self, line: str) -> None:
        """Say one line to the user, beside what is printed."""
        said = line.removeprefix(f"{self.speaker}: ")  # some errors name their site, as a crawl does
        print(on_one_line(f"{self.speaker}: {as_called(said)}"), file=sys.stderr)

    # -- what Scrapy calls ---------------------------------------------------------------------------------------------
    def syntax(self) -> str:
        return f"{self.takes} [options]".lstrip()

    def short_desc(self) -> str:
        return f"{self.summary}: {as_called(self.example)}"

    def long_desc(self) -> str:
        return self.summary

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        # argparse's own prints the usage first, and names the program by the file that was started.
        parser.error = self._misread  # type: ignore[method-assign]
        parser.epilog = as_called(f"Example: {self.example}")
        parser.formatter_class = HelpFormatter
        parser.usage = f"{self.speaker} {self.syntax()}"
        super().add_options(parser)
        self.options(parser)
        self.parser = parser

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        if code := self._guard(lambda: self._read(args, opts)):
            sys.exit(code)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        self.exitcode = self._guard(lambda: self.work(args, opts))

    def _read(self, args: list[str], opts: argparse.Namespace) -> int:
        super().process_options(args, opts)
        self._settle()
        for option in (arg for arg in args if arg.startswith("-")):
            # Scrapy's parser passes on what it does not know.
            known = ", ".join(self.known_options())
            raise ArgumentError(f"there is no option {option}; accepted are {known}, e.g. {self.example}")
        if not self.fewest <= len(args) <= self.most:
            raise ArgumentError(f"{self.accepts} is accepted, e.g. {self.example}")
        self.prepare(opts)
        return 0

    def _settle(self) -> None:
        if is_address(said := self.settings["OUTPUT"]):
            folder = get_project_settings()["OUTPUT"]
            self.settings.update(settled(said, said, folder), priority="cmdline")

    def known_options(self) -> list[str]:
        """All options, the long name of each where it has one."""
        lines = re.findall(r"^ +(-.*?)(?:  |$)", self.parser.format_help(), re.MULTILINE)
        return [line.split(", ")[-1].split()[0] for line in lines]

    # -- what is wrong -------------------------------------------------------------------------------------------------
    def _guard(self, act: Callable[[], int]) -> int:
        """The exit code of `act`, or of the error that ended it."""
        try:
            code = act()
            sys.stdout.flush()
            return code
        except UserError as error:
            self.tell(str(error))
            return error.exit_code
        except UsageError as error:  # Scrapy's own, e.g. of -a
            self._refuse(str(error))
        except BrokenPipeError:
            return read_no_further()
        except OSError as error:
            self.tell(f"{error.filename}: {error.strerror}" if error.filename else str(error))
            return UserError.exit_code
        except KeyboardInterrupt:
            self.tell("interrupted")
            return UserError.exit_code

    def _misread(self, message: str) -> NoReturn:
        self._refuse(f"{message}, e.g. {self.example}")

    def _refuse(self, message: str) -> NoReturn:
        self.tell(message)
        sys.exit(ArgumentError.exit_code)


def read_no_further() -> int:
    """The exit code where whoever reads has enough (newscrawl list | head); what is left to print goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return UserError.exit_code


def whole_number(text: str) -> int:
    """An option's `type`."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text}: a whole number above 0 is accepted")
    return int(text)


def seconds(text: str) -> float:
    """An option's `type`."""
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"{text}: a number of seconds is accepted, 0 or more")
    return float(text)


def place(text: str) -> tuple[str, int]:
    """An option's `type`: a host and a port."""
    host, _, port = text.rpartition(":")
    if not host or not (port.isascii() and port.isdigit() and int(port) < 65_536):
        raise argparse.ArgumentTypeError(f"{text}: a host and a port are accepted, e.g. 127.0.0.1:9100")
    return host.strip("[]"), int(port)


class PageCommand(Command):
    """A command that fetches a few pages while a person waits."""

    requires_crawler_process = True

    def prepare(self, opts: argparse.Namespace) -> None:
        from newscrawl.crawl.progress import quieten

        quieten(self.settings, terminal=True)


class SpiderCommand(Command, BaseRunSpiderCommand):
    """A command that runs one site's spider: it takes -a, -o and -O."""

    def crawler_of(self, site: str) -> "Crawler":
        """The crawler of a site, with the site's own settings."""
        return self._create_crawler(site)
