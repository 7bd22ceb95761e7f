"""Why a request came to nothing, in a few words that a person reads and a counter groups by.

FetchError
├── AddressRefused   a private address that no user named
├── OverBound        the URL, the answer, the run … is larger than what newscrawl takes on
├── Unusable         an answer that is not what it says: broken compression, a redirect to nowhere
├── NotAsked         nothing is wrong with the address, the next run may ask for it
│   ├── HostLeft       the host was left for this run
│   └── RunOver        the run has asked for as much as it may
└── NotRecorded      a replay was asked for what the recording does not have
"""

import re

from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError

from newscrawl.request_context import context_of

# A Scrapy signal: a request was sent and no answer came (request, error). The recorder listens.
download_failed = object()


class FetchError(IgnoreRequest):
    """A request that is given up on purpose: never retried, and one line for whoever reads it."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


class AddressRefused(FetchError):
    """A private address that no user named."""


class OverBound(FetchError):
    """Larger than what newscrawl takes on."""


class Unusable(FetchError):
    """An answer that is not what it says it is."""


class NotAsked(FetchError):
    """Nothing is wrong with the address: this run asks no more."""


class HostLeft(NotAsked):
    """The host was left for this run."""


class RunOver(NotAsked):
    """The run has asked for as much as it may."""


class NotRecorded(FetchError):
    """The recording has no answer to this request."""


GONE = (404, 410)
"""Statuses of an address at which nothing stands."""

TLS = "TLS error"
ROBOTS = "robots.txt"
KINDS: list[tuple[type[Exception], str]] = [
    (DownloadTimeoutError, "took too long"),
    (DownloadConnectionRefusedError, "connection refused"),
    (CannotResolveHostError, "host not found"),
    (ResponseDataLossError, "broke off"),
    (DownloadCancelledError, "too big"),  # Scrapy cancels a download for its size alone
    (UnsupportedURLSchemeError, "neither http nor https"),
    (NotSupported, "neither http nor https"),
    (DownloadFailedError, "connection failed"),
]

# OpenSSL's own words, within what Twisted and pyOpenSSL wrap around them.
_OPENSSL = re.compile(r"\('[\w ]*', '[\w ]*', '([^']+)'\)")


def reason(error: BaseException) -> str:
    """A few words for any error that an errback or a `try` may get."""
    if isinstance(error, FetchError):
        return error.reason
    if isinstance(error, HttpError):
        return f"status {error.response.status}"
    if isinstance(error, IgnoreRequest):
        return ignored(str(error))
    if isinstance(error, DownloadFailedError) and is_tls(error):
        return TLS
    return next((words for kind, words in KINDS if isinstance(error, kind)), "odd answer")


def cause(left: HostLeft) -> str:
    """What a host was left for, where it is one of the kinds or a status."""
    kind = next((words for words in (TLS, *(words for _, words in KINDS)) if words in str(left)), "")
    status = re.search(r"status \d{3}", str(left))
    return kind or (status[0] if status else left.reason)


def ignored(message: str) -> str:
    """Scrapy's own refusals have no classes, only words."""
    if ROBOTS in message:
        return ROBOTS
    if "redirections" in message:
        return "too many redirects"
    return "offsite" if "offsite" in message else "ignored"


def error_of(line: str) -> Exception:
    """An error of the kind that `line` tells of, for a replay: it is retried, or not, as in the recorded run."""
    kind = next((kind for kind, words in KINDS if line.startswith(words)), DownloadFailedError)
    return kind(line)


def is_tls(error: BaseException) -> bool:
    """Twisted keeps what went wrong in lists of failures, some levels deep."""
    causes = [error.__cause__, *getattr(error.__cause__, "reasons", [])]
    return any(type(getattr(cause, "value", cause)).__module__.startswith("OpenSSL") for cause in causes)


def line(error: BaseException) -> str:
    """One line that says what happened, for the log."""
    words, said = reason(error), " ".join(str(error).split())
    if words == TLS:
        said = ", ".join(_OPENSSL.findall(said)) or said
        return f"{words}: {said[:300]}; {tls_help(said)}"
    if isinstance(error, (DownloadConnectionRefusedError, CannotResolveHostError)):
        return words  # what Twisted adds says the same in other words
    return said[:300] if said.startswith(words) else f"{words}: {said[:300]}".removesuffix(": ")


def tls_help(said: str) -> str:
    """What lets a run talk to a server whose certificate or encryption is old. `said`: by OpenSSL."""
    if "wrong version number" in said or "http request" in said:
        return "no TLS is spoken at this port: is an address with http:// meant?"
    if "certificate verify" in said:
        return (
            "if you trust this site without its certificate: DOWNLOAD_VERIFY_CERTIFICATES=false in its custom_settings"
        )
    return (
        "if its encryption is old: DOWNLOADER_CLIENT_TLS_CIPHERS=DEFAULT:@SECLEVEL=0, DOWNLOAD_TLS_MIN_VERSION=TLSv1.0"
    )


def is_past_the_end(request: Request, error: BaseException) -> bool:
    """Whether a listing's next page is not there: that ends the listing and is no failure."""
    return is_gone(error) and context_of(request).page > 1


def is_gone(error: BaseException) -> bool:
    """Whether nothing stands at an address."""
    return isinstance(error, HttpError) and error.response.status in GONE
