"""One crawl of one site: spiders, what runs around them in Scrapy, and what the run came to."""
