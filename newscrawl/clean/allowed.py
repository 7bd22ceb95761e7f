"""The allow-list: elements, attributes, classes. What is not named here does not leave newscrawl."""

BLOCKS = frozenset(
    "address blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary "
    "table ul caption col colgroup tbody td tfoot th thead tr".split()
)
"""Elements that begin a line of their own in a reader's browser."""

INLINE = frozenset(
    "a abbr audio b bdi bdo big br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small source span "
    "strike strong sub sup time tt u var video wbr".split()
)

VOID = frozenset({"br", "col", "hr", "img", "source", "wbr"})

RENAMED = {
    # Themes style and script these as parts of their own page, so a body must not bring its own.
    "article": "div", "aside": "div", "footer": "div", "header": "div", "main": "div", "nav": "div",
    # Blocks that are refused themselves; without a block in their place their text would run into its neighbours'.
    "center": "div", "dialog": "div", "fieldset": "div", "form": "div", "hgroup": "div", "legend": "div",
    # Obsolete spellings of a list.
    "dir": "ul", "menu": "ul",
}  # fmt: skip

EMBEDS = frozenset({"iframe", "embed"})
"""Elements that become a link to what they would have shown."""

WRITTEN = BLOCKS | INLINE
PARSED = WRITTEN | EMBEDS | RENAMED.keys()
"""What is taken from a page; what of it is not in `WRITTEN` is written under another name."""

DROPPED_WHOLE = frozenset(
    "annotation annotation-xml button datalist head noembed noframes noscript script select style svg template "
    "textarea title".split()
)
"""Elements that go with all they contain; any other element that is not allowed goes alone, and its text stays."""

GLOBAL_ATTRIBUTES = frozenset({"aria-describedby", "class", "dir", "id", "lang", "style", "title"})

ATTRIBUTES = {
    "a": {"href", "name"},
    "audio": {"src"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "embed": {"src"},
    "iframe": {"src"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "data-recalc-dims"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "source": {"src", "type"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
    "video": {"src", "poster", "width", "height"},
}

CLOSES_PARAGRAPH = BLOCKS - frozenset("caption col colgroup tbody td tfoot th thead tr".split())
"""Elements at whose start a browser ends an open `<p>` (HTML standard, "in body")."""

PARAGRAPH_SCOPE = frozenset({"table", "td", "th", "caption"})
"""Elements that hide an open `<p>` outside them from that rule."""
