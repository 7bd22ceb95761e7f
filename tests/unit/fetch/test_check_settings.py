"""Settings of fetching that cannot be meant."""

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl.errors import ArgumentError
from newscrawl.fetch.check_settings import check_fetching


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("DOWNLOAD_DELAY=fast", "a number is accepted"),
        ("RETRY_TIMES=-1", "a number is accepted"),
        ("POLITE=perhaps", "true and false are accepted"),
        ("CONTACT=a\nX-Header: b", "on one line"),
    ],
)
def test_a_wrong_setting_is_one_line(setting: str, said: str) -> None:
    settings = get_project_settings()
    settings.set(*setting.split("=", 1))
    with pytest.raises(ArgumentError, match=said):
        check_fetching(settings)
