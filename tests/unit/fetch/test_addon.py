"""What a crawl imports: Scrapy's parts that are switched off cost nothing, and work once they are switched on."""

import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from newscrawl.fetch.addon import SWITCHED, FetchAddon
from tests.support.crawling import RECORDING

ROOT = Path(__file__).resolve().parents[3]


def settings_of_a_crawl(**said: object) -> Settings:
    settings = get_project_settings()
    settings.update(said, priority="cmdline")
    FetchAddon().update_settings(settings)
    return settings


def test_a_crawl_imports_no_server_and_no_shell(tmp_path: Path) -> None:
    code = f"""
import sys
from scrapy.cmdline import execute
try:
    execute(["scrapy", "crawl", "aljazeera", "-a", "limit=1", "-s", "REPLAY={RECORDING}", "-s", "OUTPUT={tmp_path}"])
except SystemExit as end:
    print(end.code, [name for name in ("aiohttp", "tldextract", "twisted.conch.telnet") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"


@pytest.mark.parametrize("switch", SWITCHED)
def test_what_a_user_switches_on_is_there(switch: str) -> None:
    assert SWITCHED[switch] not in settings_of_a_crawl().get_component_priority_dict_with_base("EXTENSIONS")
    assert SWITCHED[switch] in settings_of_a_crawl(**{switch: True}).get_component_priority_dict_with_base("EXTENSIONS")


def test_ours_stand_in_the_places_of_scrapys_own_whatever_a_user_lists() -> None:
    retry = "scrapy.downloadermiddlewares.retry.RetryMiddleware"
    settings = settings_of_a_crawl(DOWNLOADER_MIDDLEWARES={retry: 550})
    used = settings.get_component_priority_dict_with_base("DOWNLOADER_MIDDLEWARES")
    assert retry not in used and "newscrawl.fetch.retry.Retry" in used
