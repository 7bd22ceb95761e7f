"""Article -> (file name, text): posts for static site generators. Pure functions; nothing is written here.

formats, options = options_from(settings)     # once, before the crawl; ValueError says what is wrong
post = write_post(article, formats[0], options)
name = free_name(post, article.url, taken)    # taken(folded name) -> whether another article has it
"""

from newscrawl.posts.config_checks import site_warnings
from newscrawl.posts.folders import folder_of
from newscrawl.posts.format import Fields, Format, Post, PostOptions, Value
from newscrawl.posts.formats import FORMATS
from newscrawl.posts.names import folded, free_name
from newscrawl.posts.options import check_options, options_from
from newscrawl.posts.site_configs import site_config
from newscrawl.posts.writing import post_name, write_post

__all__ = [
    "FORMATS",
    "Fields",
    "Format",
    "Post",
    "PostOptions",
    "Value",
    "site_config",
    "site_warnings",
    "check_options",
    "folded",
    "folder_of",
    "free_name",
    "options_from",
    "post_name",
    "write_post",
]
