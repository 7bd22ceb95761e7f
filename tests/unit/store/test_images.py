"""Where downloaded images stand."""

from newscrawl.store import Store
from newscrawl.store.images import StoredImage

URL = "https://cdn.example/a.jpg"


def test_an_image_is_known_by_its_site_and_address(store: Store) -> None:
    image = StoredImage("images/one/5f3c.jpg", 640, 360)
    store.images.put("one", URL, image)
    assert store.images.get("one", URL) == image
    assert store.images.get("two", URL) is None
    assert store.images.get("one", URL + "?2") is None
