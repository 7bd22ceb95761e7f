"""Folders: where the posts of each format stand. It does not matter how many formats there are."""


def folder_of(form: str, site: str) -> str:
    """The folder of a site's posts, under OUTPUT: Hexo's are in `posts/`, Hugo's in `posts-hugo/` and so on.

    None is within another: a generator that is given its folder finds no other's posts there.
    """
    return f"posts/{site}" if form == "hexo" else f"posts-{form}/{site}"
