"""What a site's own settings would do to the posts: said before they are written, not found out afterwards."""

import re
from pathlib import Path

from newscrawl.posts.format import PostOptions
from newscrawl.posts.formats.hexo import HEXO

_HUGO = ("hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "config.yaml", "config.json")
_UNSAFE = re.compile(r"[\"']?unsafe[\"']?\s*[=:]\s*true", re.IGNORECASE)
_ZONE = re.compile(r"^timezone:[ \t]*['\"]?([\w/+\-]+)", re.MULTILINE)
_THEME = re.compile(r"^theme:[ \t]*['\"]?([\w\-]+)", re.MULTILINE)
_TAXONOMY = re.compile(r"name\s*=\s*[\"'](\w+)[\"']")


def site_warnings(format: str, options: PostOptions, folder: Path) -> list[str]:
    """What the owner of the site should know, a line each; empty where all is well.

    `folder`: where the posts go. If it lies in a site, that site's settings are read; if not, nothing is said.
    """
    checks = {"hugo": _hugo, "hexo": _hexo, "zola": _zola}
    return checks[format](options, folder) if format in checks else []


def _hugo(options: PostOptions, folder: Path) -> list[str]:
    if options.body == "markdown" or options.name.endswith(".html"):
        return []
    site = _above(folder, *_HUGO, "config/_default")
    if site is None or any(map(_UNSAFE.search, _texts(site))):
        return []
    return [
        f"Hugo will leave the posts' bodies out, for {site} does not say [markup.goldmark.renderer] unsafe = true; "
        "say it there, or write -s POST_BODY=markdown"
    ]


def _hexo(options: PostOptions, folder: Path) -> list[str]:
    site = _above(folder, "_config.yml")
    text = _texts(site)[0] if site else ""
    zone, theme = _ZONE.search(text), _THEME.search(text)
    warnings = []
    if zone and zone[1] != options.timezone:
        warnings.append(
            f"Hexo will show other times, for {site} sets timezone: {zone[1]}; write -s POST_TIMEZONE={zone[1]}"
        )
    if theme and theme[1] in HEXO.themes and not (options.theme or options.image_keys):
        warnings.append(
            f"the posts suit {theme[1]}, which {site} names as its theme, better with -s POST_THEME={theme[1]}"
        )
    return warnings


def _zola(options: PostOptions, folder: Path) -> list[str]:
    site = _above(folder, "zola.toml", "config.toml")
    declared = set(_TAXONOMY.findall(_texts(site)[0])) if site else {"categories", "tags"}
    lacking = [name for name in ("categories", "tags") if name not in declared]
    lines = ", ".join(f'{{name = "{name}"}}' for name in lacking)
    return [f"Zola will not build the site, for {site} does not declare taxonomies = [{lines}]"] if lacking else []


def _above(folder: Path, *names: str) -> Path | None:
    """The nearest of these files or folders beside or above `folder`."""
    paths = (parent / name for parent in (folder, *folder.parents) for name in names)
    return next((path for path in paths if path.exists()), None)


def _texts(site: Path) -> list[str]:
    files = sorted(path for path in site.rglob("*") if path.is_file()) if site.is_dir() else [site]
    return [path.read_text(encoding="utf-8", errors="replace") for path in files]
