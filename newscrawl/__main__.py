"""The command `newscrawl`: all that `scrapy` does in the project, from any folder. Also: python -m newscrawl"""

import argparse
import difflib
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.settings import Settings

SETTINGS = "newscrawl.settings"


def main() -> None:
    """Run the command that the command line names."""
    sys.argv[0] = "newscrawl"
    # Scrapy would look for a scrapy.cfg, and might find another project's. What a command starts reads this too.
    os.environ["SCRAPY_SETTINGS_MODULE"] = SETTINGS
    from newscrawl.errors import UserError

    try:
        try:
            _run(sys.argv[1:])
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        from newscrawl.cli.command import read_no_further

        sys.exit(read_no_further())
    except UserError as error:  # newscrawl.toml, or a file of sites: read before any command begins
        print(f"newscrawl: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:  # while Scrapy is loaded; a command has its own words for it
        sys.exit("newscrawl: interrupted")


def _run(words: list[str]) -> None:
    if not words or words[0] in ("-h", "--help", "help"):
        print(overview())
        return
    if words[0] in ("-V", "--version"):
        from newscrawl import __version__

        print(f"newscrawl {__version__}")
        return
    own = command_names(Path(__file__).parent / "commands")
    if words[0] in own:
        _run_own(words)
    import scrapy.commands
    from scrapy.cmdline import execute

    known = [*own, *command_names(Path(scrapy.commands.__file__).parent)]
    if not words[0].startswith("-") and words[0] not in known:
        near = difflib.get_close_matches(words[0], known, 1)
        hint = f"did you mean newscrawl {near[0]}?" if near else "newscrawl --help shows all commands"
        print(f"newscrawl: there is no command {words[0]!r}; {hint}", file=sys.stderr)
        sys.exit(2)
    execute()


def _run_own(words: list[str]) -> None:
    """One of our commands. Without a crawl it needs nothing of what Scrapy loads for one: an eighth of its start."""
    from scrapy.utils.project import get_project_settings

    name, *rest = words
    command = import_module(f"newscrawl.commands.{name}").Command()
    if command.requires_crawler_process or any(word.startswith("--prof") for word in rest):
        from scrapy.cmdline import execute

        execute(settings=settings_for(name))
    command.settings = get_project_settings()
    command.settings.setdict(command.default_settings, priority="command")
    parser = argparse.ArgumentParser(conflict_handler="resolve", description=command.long_desc())
    command.add_options(parser)
    options, arguments = parser.parse_known_args(rest)
    command.process_options(arguments, options)
    command.run(arguments, options)
    sys.exit(command.exitcode)


def settings_for(command: str) -> "Settings":
    """The project's, with one command: Scrapy would load all, which takes a tenth of a second."""
    from scrapy.utils.project import get_project_settings

    settings = get_project_settings()
    settings.set("COMMANDS_MODULE", f"{settings['COMMANDS_MODULE']}.{command}", priority="cmdline")
    return settings


def command_names(*folders: Path) -> list[str]:
    """The names of commands: those of the files that hold them."""
    return sorted(path.stem for folder in folders for path in folder.glob("[a-z]*.py"))


GROUPS = {
    "Begin": ("init", "config", "add", "list", "completion"),
    "Crawl": ("crawl", "crawl-all", "schedule", "retry", "rebuild", "read"),
    "See what came of it": ("runs", "health", "report", "audit", "explain"),
}


def overview() -> str:
    """All commands, in the order in which a user meets them."""
    names = command_names(Path(__file__).parent / "commands")
    grouped = {name for group in GROUPS.values() for name in group}
    lines = ["Usage: newscrawl COMMAND [options]", ""]
    for title, group in {**GROUPS, "More": tuple(name for name in names if name not in grouped)}.items():
        lines += [f"{title}:"]
        for name in (name for name in group if name in names):
            lines.append(f"  {name:<12}{import_module(f'newscrawl.commands.{name}').Command.summary}")
        lines.append("")
    return "\n".join(
        [*lines, "newscrawl COMMAND --help says more. For example:", "  newscrawl crawl aljazeera -a limit=20"]
    )


if __name__ == "__main__":
    main()
