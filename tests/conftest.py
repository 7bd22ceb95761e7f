"""What holds before every test."""

import os


def pytest_runtest_setup() -> None:
    """Scrapy, asked for settings in this process, names them in the environment; what later tests start would obey."""
    os.environ.pop("SCRAPY_SETTINGS_MODULE", None)
