"""What the names of the elements around a block are worth."""

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.scene import Scene
from newscrawl.extract.vocabulary.names import words_of


def name_words(element: Element) -> set[str]:
    """The words of an element's class and id, and its tag."""
    words = {f"<{element.tag}>"}
    if names := element.get("class"):
        words |= words_of(names)
    if names := element.get("id"):
        words |= words_of(names)
    return words


_Named = tuple[float, float, float, int, int]


class Names:
    """What the names around blocks are worth; each element is asked once."""

    def __init__(self, scene: Scene, worth: dict[str, float], around: list[Element]) -> None:
        self._worth = worth
        self._known: dict[Element | None, _Named] = {
            None: (0.0, 0.0, 0.0, 0, 0),
            scene.container: (0.0, 0.0, 0.0, 0, 0),
        }
        self._known |= {e: (0.0, 0.0, 0.0, 0, n) for n, e in enumerate(scene.container.iterancestors(), 1)}
        self._known |= {e: (0.0, 0.0, 0.0, n, 0) for n, e in enumerate(around, 1)}

    def of(self, block: Block) -> tuple[list[float], float, float]:
        """Of the elements around a block what their names are worth: all, least, most, its own; how many they are; how
        many levels above the container it branches off."""
        total, least, most, depth, apart = self._around(block.stood)
        own = 0.0 if block.stood is None else self._own(block.stood)
        return [total, least, most, own], depth, apart

    def _around(self, element: Element | None) -> _Named:
        path = []
        while element not in self._known:
            path.append(element)
            element = element.getparent() if element is not None else None
        known = self._known[element]
        for inner in reversed(path):
            total, least, most, depth, apart = known
            value = 0.0 if inner is None else self._own(inner)
            known = self._known[inner] = total + value, min(least, value), max(most, value), depth + 1, apart
        return known

    def _own(self, element: Element) -> float:
        worth = self._worth
        return sum([worth[w] for w in name_words(element) if w in worth])
