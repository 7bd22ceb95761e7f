"""The state of a crawl: what runs know of each other.

crawl_state       the one door: a Scrapy extension that spider, stages and middlewares ask
url_history       which pages to ask for, and what became of each
listing_history   how listings were answered
revisit           when a page is due again
article_identity  which stored page an article is
versions          what changed between two versions of an article
archive_writer    an article becomes a post, a line and an entry of the store
post_files        where posts stand, and what a person wrote into them
jsonl             the lines
validators        what a server gave to ask it later whether a page has changed
quarantine        pages of which no article came
breakage          whether a site's pages still give what they gave
site_health       what a run's pages gave, and breakage asked about it
run_counts        what a run counts

The tables are in newscrawl/store.
"""
