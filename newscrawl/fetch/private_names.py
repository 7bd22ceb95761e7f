"""Every private name of Scrapy and Twisted that newscrawl uses, and what would make it needless.

They may change with any release: pyproject.toml bounds both packages while this file names anything.
"""

# Waits for a cipher string that keeps its security level (twisted.internet.ssl.AcceptableCiphers).
from scrapy.core.downloader.contextfactory import _get_creator_context as context_of_creator

# Waits for a public base class of the HTTP/1.1 handler's parts (scrapy.core.downloader.handlers.http11).
from scrapy.core.downloader.handlers.http11 import _LenientHTTP11ClientFactory as LenientFactory
from scrapy.core.downloader.handlers.http11 import _LenientHTTP11ClientProtocol as LenientProtocol
from scrapy.core.downloader.handlers.http11 import _LenientHTTPClientParser as LenientParser
from scrapy.core.downloader.handlers.http11 import _ScrapyAgent as ScrapyAgent

# Waits for the same: a handler that does not call its base's download has to turn Twisted's errors into Scrapy's.
from scrapy.utils._download_handlers import wrap_twisted_exceptions

# Waits for public names in twisted.web: what a parser raises, and what an answer fails with that breaks off.
from twisted.web._newclient import ParseError, ResponseFailed
from twisted.web.http import _DataLoss as DataLoss

__all__ = [
    "DataLoss",
    "LenientFactory",
    "LenientParser",
    "LenientProtocol",
    "ParseError",
    "ResponseFailed",
    "ScrapyAgent",
    "context_of_creator",
    "wrap_twisted_exceptions",
]

ATTRIBUTES = {
    # fetch/handler.py: what HTTP11DownloadHandler hands to its agent. Waits for a setting that names the agent's class.
    **dict.fromkeys(
        ("_bind_address", "_contextFactory", "_crawler", "_default_maxsize", "_default_warnsize", "_fail_on_dataloss"),
        "the handler's own settings",
    ),
    "_tls_verbose_logging": "the handler's own settings",
    "_pool": "its connections",
    "_factory": "what makes a connection's protocol: the place for bounds on headers",
    "_get_agent": "what chooses the endpoints: the place for the guard on addresses",
    # fetch/response_parser.py: Twisted's HTTP client. Waits for bounds, and for an end that tells whole from broken.
    "_parser": "of a connection's protocol",
    "_bodyDataFinished": "ends an answer",
    "_quiescentCallback": "gives a connection back",
    # fetch/decompression.py and redirects.py: Scrapy's middlewares.
    "_max_size": "DOWNLOAD_MAXSIZE as HttpCompressionMiddleware read it",
    "_engine_started": "warns that no Referer is sent; waits for a setting that means so",
    # crawl/export.py: waits for a signal when a feed could not be stored.
    "_close_slot": "FeedExporter stores a feed",
    # cli/command.py: waits for a way to ask for a spider's class and settings before it runs.
    "_create_crawler": "of BaseRunSpiderCommand",
    # fetch/declared_encoding.py: waits for a public way to tell what is declared from what is guessed.
    "_declared_encoding": "what a header or the page names",
}
"""Private attributes of their objects, asked for where they are used."""
