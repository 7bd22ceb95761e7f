"""What `newscrawl init` does: it makes a folder of the user's own. What is there is left as it is."""

from pathlib import Path

from scrapy.utils.conf import closest_scrapy_cfg

from newscrawl.cli.command import program
from newscrawl.errors import UserError
from newscrawl.folder.config_file import FILE_NAME
from newscrawl.folder.own_sites import FOLDER

TEMPLATE = Path(__file__).parent.parent / "templates" / f"{FILE_NAME}.template"


def init(name: str) -> int:
    """Make the folder and say what is in it. Raises UserError where it has a newscrawl.toml already."""
    folder = Path(name or ".").expanduser()
    if (folder / FILE_NAME).exists():
        raise UserError(f"{folder / FILE_NAME} is there already")
    for each in (folder / FOLDER, folder / "output"):
        each.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
    print(f"made {folder / FILE_NAME}, {folder / FOLDER}/ and {folder / 'output'}/")
    # In a checkout nothing but Scrapy's command is set up, and it knows newscrawl below the checkout alone.
    word = program() if closest_scrapy_cfg(folder.resolve()) else "newscrawl"
    print(f"next: {f'cd {name} && ' if folder != Path() else ''}{word} crawl aljazeera -a limit=20")
    return 0
