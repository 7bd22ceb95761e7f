"""The tags of a post: of those that a page lists, the ones that say what the article is about."""

import re
import sys

from newscrawl.article import Article
from newscrawl.posts.format import PostOptions
from newscrawl.text.letters import letters

ALL = sys.maxsize
"""POST_TAGS=all."""

# Sites put their own words on every page: sections, what their system notes, "newspaper". Where an article names none
# of its tags and they are many, all of them are such.
_MOST_UNNAMED = 3
_MANY = 6

# A short one begins too many words.
_WHOLE_WORD = 4
# Up to Cyrillic, words stand apart; in other scripts a name may stand within one.
_WITHIN_WORDS = "\u0530"
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def tags(article: Article, options: PostOptions) -> list[str]:
    """As many as the user wants: those that the title names before those of the text, and few that nothing names.

    In the page's order, without what the front matter says already: a generator makes a page of each of them.
    """
    found = _others(article)
    if options.tags == ALL:
        return found
    places = _places(article, found)
    named = [tag for tag in found if tag in places]
    unnamed = [tag for tag in found if tag not in places]
    most = 0 if len(unnamed) > _MANY and not named else _MOST_UNNAMED
    kept = set([*sorted(named, key=places.__getitem__), *unnamed[:most]][: options.tags])
    return [tag for tag in found if tag in kept]


def _others(article: Article) -> list[str]:
    """The article's tags without its categories, its authors and its publisher; of two spellings of one the first."""
    said = {_key(name) for name in (*article.categories, *article.authors, article.publisher)}
    found: dict[str, str] = {}
    for tag in article.tags:
        if (key := _key(tag)) not in said:
            found.setdefault(key, tag)
    return list(found.values())


def _key(name: str) -> str:
    """What two spellings share: "JP Morgan", "JPMorgan"; signs alone tell C from C++."""
    said = letters(name)
    return said if len(said) > _WHOLE_WORD else name.casefold()


def _places(article: Article, tags: list[str]) -> dict[str, int]:
    """Tag -> where it is named first: 0 for the title."""
    texts = [_words(text) for text in (article.title, article.description, article.text)]
    found = {tag: next((n for n, text in enumerate(texts) if _names(text, _words(tag))), -1) for tag in tags}
    return {tag: place for tag, place in found.items() if place >= 0}


def _words(text: str) -> str:
    """Its words, a blank before and behind each: "donald-trump" is named where Donald Trump is."""
    return f" {_BETWEEN_WORDS.sub(' ', text.casefold()).strip()} "


def _names(text: str, tag: str) -> bool:
    said = tag.strip()
    if not said or said[0] >= _WITHIN_WORDS:
        return said in text
    return (tag if len(said) <= _WHOLE_WORD else f" {said}") in text
