"""The state of a crawl: what runs know of each other.

crawl_state     the one door: a Scrapy extension that spider, stages and middlewares ask
url_history     which pages to ask for, and what became of each
revisit         when a page is due again
versions        what changed between two versions of an article
archive_writer  an article becomes a post, a line and an entry of the store
jsonl           the lines
validators      what is kept of an answer
quarantine      pages of which no article came
breakage        whether a site's pages still give what they gave

The tables are in newscrawl/store.
"""
