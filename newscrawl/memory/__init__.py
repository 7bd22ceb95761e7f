"""The memory: what a crawl knows of the runs before it, and leaves to those after.

memory      the one door: a Scrapy extension that spider, stages and middlewares ask
recall      which pages to ask for, and what became of each
due         when a page is due again
identity    by which names an article is known again; likeness by its text
versions    what changed between two versions of an article
keeper      an article becomes a post, a line and an entry of the store
jsonl       the lines
answer      what is kept of an answer
quarantine  pages of which no article came; set_aside puts them there
health      whether a site's pages still give what they gave

The tables are in newscrawl/store.
"""
