"""`newscrawl completion bash`: lines for a shell, which then completes commands, options and sites."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_ENABLED": False}
    summary = "Print what bash, zsh or fish needs to complete commands, options and sites"
    example = "scrapy completion bash >> ~/.bashrc"
    takes, accepts = "SHELL", "bash, zsh or fish"
    fewest = most = 1

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.completion import completion

        return completion(self.settings, args[0])
