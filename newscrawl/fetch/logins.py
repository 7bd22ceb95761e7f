"""Logins: the cookies and headers of a user's own subscription, sent to the hosts of its site and to no others.

They are put on at the last moment, on what goes over the wire, and what a server sets is taken off its answer: so no
log, recording, report or store ever has them.
"""

import logging
import stat
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from http.cookiejar import Cookie
from pathlib import Path
from time import time
from typing import Any

from scrapy import Request
from scrapy.http import Response
from scrapy.http.cookies import CookieJar
from scrapy.settings import BaseSettings
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.errors import ArgumentError
from newscrawl.urls.domain import registrable, without_www
from newscrawl.urls.sites import addresses_of, hosts_of

log = logging.getLogger(__name__)

FILES = ("COOKIES_FILE", "HEADERS_FILE")
# Who may read such a file may read as the subscriber.
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Logins:
    """What a run sends beside its requests. `dress` puts it on, `undress` takes off what came back."""

    def __init__(self, settings: BaseSettings, spider: Any) -> None:
        """What the settings name for a site. Raises ArgumentError for a file that cannot be used."""
        site, hosts = getattr(spider, "name", ""), hosts_of(spider)
        texts = {name: secret_text(settings, name, site) for name in FILES}
        cookies = list(read_cookies(texts["COOKIES_FILE"]))
        _tell_ended(cookies, hosts)
        self.headers = list(read_headers(texts["HEADERS_FILE"]))
        self.domains = {registrable(host) for host in hosts}
        self.keeps = settings.getbool("COOKIES_ENABLED") or bool(cookies)
        """Whether cookies that servers set are sent back during the run."""

        self.secure = all(url.startswith("https:") for url in addresses_of(spider))
        """Whether the site's own addresses are all https, so that nothing of the user's goes unencrypted."""

        # One for each owner of a domain: a cookie that a server sets for co.uk goes nowhere else.
        self.jars: defaultdict[str, CookieJar] = defaultdict(CookieJar)
        for cookie in cookies:
            owner = registrable(cookie.domain.lstrip("."))
            if owner in self.domains:
                self.jars[owner].set_cookie(cookie)

    def dress(self, request: Request) -> Request:
        """The request as it goes over the wire."""
        host = urlparse_cached(request).hostname or ""
        owner = registrable(without_www(host))
        if not (self.headers or self.keeps) or (owner not in self.domains and not self.jars.get(owner)):
            return request
        if self.secure and urlparse_cached(request).scheme != "https":
            return request
        dressed = request.replace()
        if self.keeps:
            self.jars[owner].add_cookie_header(dressed)
        if owner in self.domains:
            for name, value in self.headers:
                dressed.headers[name] = value
        return dressed

    def undress(self, response: Response, dressed: Request) -> Response:
        """The answer without the cookies that it sets; they are kept for the next request, if any are."""
        if not (self.headers or self.keeps):
            return response
        owner = registrable(without_www(urlparse_cached(dressed).hostname or ""))
        if self.keeps:
            self.jars[owner].extract_cookies(response, dressed)
        response.headers.pop("Set-Cookie", None)
        return response


def secret_text(settings: BaseSettings, name: str, site: str) -> str:
    """The text of a file with secrets; "" where none is named, or none is there for this one of many sites."""
    said = str(settings[name] or "")
    path = Path(said.replace("{site}", site)).expanduser()
    if not said or ("{site}" in said and not path.exists()):
        return ""
    try:
        if path.stat().st_mode & _OTHERS:
            raise ArgumentError(f"{name}={path}: others can read it; let nobody else: chmod 600 {path}")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ArgumentError(f"{name}={path}: it is no text file") from None
    except OSError as error:
        raise ArgumentError(f"{name}={path}: it cannot be read: {error.strerror}") from None


def check_logins(settings: BaseSettings, site: str = "") -> None:
    """Raises ArgumentError where a file cannot be used; `site` is empty while it is not known."""
    for name, read in (("COOKIES_FILE", read_cookies), ("HEADERS_FILE", read_headers)):
        if site or "{site}" not in str(settings[name] or ""):
            list(read(secret_text(settings, name, site)))


def read_cookies(text: str) -> Iterable[Cookie]:
    """The cookies of a file in Netscape's format, as browsers' add-ons, curl and yt-dlp write it."""
    for number, line in enumerate(text.splitlines(), start=1):
        http_only = line.startswith("#HttpOnly_")
        if (line.startswith("#") and not http_only) or not line.strip():
            continue
        fields = line.removeprefix("#HttpOnly_").split("\t")
        if len(fields) != 7 or not fields[4].split(".")[0].strip("-").isdecimal():
            raise ArgumentError(
                f"COOKIES_FILE: line {number} is no cookie; accepted is Netscape's format, seven fields with tabs"
            )
        yield _cookie(fields)


def _cookie(fields: Sequence[str]) -> Cookie:
    """The cookie of a line's seven fields."""
    domain, _, path, secure, expires, name, value = fields
    dotted = domain.startswith(".")
    seconds = int(expires.split(".")[0])
    ends = seconds if seconds > 0 else None
    return Cookie(
        version=0, name=name, value=value, port=None, port_specified=False, domain=domain.lower(),
        domain_specified=dotted, domain_initial_dot=dotted, path=path or "/", path_specified=True,
        secure=secure.upper() == "TRUE",
        expires=ends, discard=ends is None, comment=None, comment_url=None, rest={},
    )  # fmt: skip


def read_headers(text: str) -> Iterable[tuple[str, str]]:
    """The headers of a file, one a line: `Authorization: Bearer …`."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or not name.replace("-", "").isalnum() or not name.isascii() or not value.isprintable():
            raise ArgumentError(f"HEADERS_FILE: line {number} is no header; accepted is one a line, e.g. X-Key: abc")
        yield name, value


def _tell_ended(cookies: list[Cookie], hosts: set[str]) -> None:
    """Say so where all cookies of a site that had an end have reached it."""
    domains = {registrable(host) for host in hosts}
    ends = [c.expires for c in cookies if c.expires and registrable(c.domain.lstrip(".")) in domains]
    if ends and max(ends) < time():
        day = datetime.fromtimestamp(max(ends), UTC).date()
        log.warning("the cookies of COOKIES_FILE ended on %s: log in again and export them anew", day)
