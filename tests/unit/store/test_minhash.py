"""How much two texts have in common."""

from newscrawl.store.minhash import ALIKE, SAME, bands, similarity, sketch
from tests.support.changing_site import prose


def test_similarity_tells_versions_from_other_stories() -> None:
    words = " ".join(prose(1, 500))
    corrected = words.replace(" council ", " committee ", 1)
    rewritten = " ".join([*prose(1, 500)[:6], *prose(2, 500)[6:]])
    assert similarity(sketch(words), sketch(corrected)) >= SAME
    assert similarity(sketch(words), sketch(rewritten)) < ALIKE
    assert similarity(sketch(words), sketch(" ".join(prose(3, 500)))) < 0.1
    assert set(bands(sketch(words))) & set(bands(sketch(corrected)))
    assert sketch("Too short to be told apart.") == b""
