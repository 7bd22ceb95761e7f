"""The lexicon: the phrases of some languages by their keys."""

from collections.abc import Iterable
from functools import cache

from newscrawl.extract.vocabulary.language_files import LANGUAGES, table


class Lexicon:
    """What is written in some languages; `language_files` says what the keys mean."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages = tuple(languages)

    def words(self, *keys: str) -> tuple[str, ...]:
        """The phrases of these keys in all the languages, each once."""
        found = (phrase for key in keys for language in self.languages for phrase in table(language)[key])
        return tuple(dict.fromkeys(found))


@cache
def all_languages() -> Lexicon:
    """The lexicon of all languages: for what travels between them, as names do."""
    return Lexicon(sorted(LANGUAGES))
