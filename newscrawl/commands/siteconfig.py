"""`scrapy siteconfig FORMAT`: print what the site around the posts should say in its own config."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_ENABLED": False}
    summary = "Print lines for a Hexo, Hugo or Jekyll site's config"
    example = "scrapy siteconfig hugo >> ../my-site/hugo.toml"
    takes, accepts = "[FORMAT]", "one format, or none for those of POST_FORMAT"
    most = 1

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.siteconfig import print_site_configs

        return print_site_configs(self.settings, args)
