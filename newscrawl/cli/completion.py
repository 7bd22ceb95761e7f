"""What `newscrawl completion` does: a shell's lines, made from the commands themselves."""

import argparse
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from scrapy.settings import Settings

from newscrawl.errors import ArgumentError

COMMANDS = Path(__file__).parent.parent / "commands"

BASH = """_newscrawl() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} command=${{COMP_WORDS[1]}}
    if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "{commands}" -- "$cur")); return; fi
    if [[ $cur == -* ]]; then
        case $command in
{cases}
        esac
    elif [[ " {with_site} " == *" $command "* ]]; then
        COMPREPLY=($(compgen -W "$(newscrawl list 2>/dev/null)" -- "$cur"))
    fi
}}
complete -o default -F _newscrawl newscrawl"""


def completion(settings: Settings, shell: str) -> int:
    """Raises ArgumentError for another shell."""
    shells = {"bash": bash, "zsh": zsh, "fish": fish}
    if shell not in shells:
        raise ArgumentError(f"{shell}: accepted are {', '.join(shells)}")
    print(shells[shell](settings))
    return 0


def bash(settings: Settings) -> str:
    """A function that bash calls at each Tab."""
    options = dict(options_of_commands(settings))
    cases = "\n".join(
        f'        {name}) COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$cur"));;' for name, words in options.items()
    )
    return BASH.format(commands=" ".join(options), cases=cases, with_site=" ".join(_with_site()))


def zsh(settings: Settings) -> str:
    """zsh runs bash's function."""
    return f"autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n{bash(settings)}"


def fish(settings: Settings) -> str:
    """One line for each command and option."""
    lines = ["complete -c newscrawl -f -n __fish_use_subcommand"]
    for name, words in options_of_commands(settings):
        summary = _command(name).summary.replace("'", "\\'")
        lines.append(f"complete -c newscrawl -n __fish_use_subcommand -a {name} -d '{summary}'")
        here = f"complete -c newscrawl -n '__fish_seen_subcommand_from {name}'"
        lines += [f"{here} -l {word.removeprefix('--')}" for word in words if word.startswith("--")]
        if name in _with_site():
            lines.append(f"{here} -a '(newscrawl list 2>/dev/null)'")
    return "\n".join(lines)


def options_of_commands(settings: Settings) -> Iterator[tuple[str, list[str]]]:
    """Each command with its options."""
    for name in _names():
        command = _command(name)
        command.settings = settings
        command.add_options(argparse.ArgumentParser(prog="newscrawl", conflict_handler="resolve"))
        yield name, command.known_options()


def _names() -> list[str]:
    return sorted(path.stem for path in COMMANDS.glob("[a-z]*.py"))


def _with_site() -> list[str]:
    return [name for name in _names() if "SITE" in _command(name).takes]


def _command(name: str):  # type: ignore[no-untyped-def]
    return import_module(f"newscrawl.commands.{name}").Command()
