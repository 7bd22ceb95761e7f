"""What one theme of a generator wants of a post."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """POST_THEME names one; its format says which there are."""

    images: tuple[str, ...] = ()
    """Keys of the lead image; a dot goes into a mapping, "[]" makes a list."""

    fields: tuple[str, ...] = ()
    """What else it reads, as POST_FIELDS says it."""

    hides_image: tuple[str, ...] = ()
    """Fields for a post whose body has the lead image, so that a page does not show it twice."""

    hides_description: tuple[str, ...] = ()
    """The same for one whose text begins with its description, where the theme shows that above the text."""

    tags: int = 8
    """How many tags a post has where the user says nothing."""

    shows_image: bool = True
    """Whether a post's page shows the lead image of its front matter; where not, it is put into the body."""

    shows_caption: bool = True
    """Whether it shows what is said of that image; where not, one with a caption or a credit is put into the body."""

    caption_class: str = ""
    """The class without which it hides a figure's caption."""

    writes_alt: bool = False
    """Whether its program writes a picture's alternative text below it; a picture with a caption then goes without."""

    term: Callable[[str], str] | None = None
    """Writes a category or tag where the theme's own addresses differ from those of the format."""
