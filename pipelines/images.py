"""Images: every address absolute, rightly encoded and free of tracking; the lead image as the article shows it."""

from dataclasses import replace

from newscrawl.article import Article
from newscrawl.images.addresses import image_address, images_of, lead_image, with_image_addresses


class Images:
    """Comes after Clean: it reads and writes the one spelling that a clean body has."""

    def process_item(self, article: Article) -> Article:
        body = with_image_addresses(article.body, article.url)
        image = lead_image(image_address(article.image, article.url), images_of(body))
        return replace(article, body=body, image=image)
