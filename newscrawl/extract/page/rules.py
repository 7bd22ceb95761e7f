"""Rules: what a site's description tells the extraction that a page alone does not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A site's own knowledge. Every field may stay empty; the generic extraction then decides.

    Selectors are CSS, or XPath where they begin with "/" or "(". Several are tried in order (layout versions).
    """

    body: tuple[str, ...] = ()
    """Selectors of the element that holds the article's text, e.g. ("div.wysiwyg--all-content", "div.wysiwyg")."""

    remove: tuple[str, ...] = ()
    """Selectors of what is not article inside the body, e.g. (".more-on", ".container--ads")."""

    title: tuple[str, ...] = ()
    """Selectors of the headline."""

    authors: tuple[str, ...] = ()
    """Selectors of the byline's names, one element a name."""

    published: tuple[str, ...] = ()
    """Selectors of the publication date: an element's text, its `datetime` or `content`."""

    timezone: str = ""
    """IANA zone of dates that name none, e.g. "Asia/Shanghai"."""

    language: str = ""
    """BCP 47 tag where the page does not say."""

    publisher: str = ""
    """The publisher's name as people know it."""

    repeated: frozenset[int] = frozenset()
    """What the site's other articles had alike: lines at their edges (`newscrawl.text.letters.line_key`), none of this
    one's; the elements they stood in (`newscrawl.extract.body.usual_place.place_key`), likely this one's; and pictures
    that stand in where an article has none (`newscrawl.urls.pictures.unshown_key`)."""
