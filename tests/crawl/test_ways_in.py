"""Sites that need more than a request: pages that send their readers on, gates, walls, shells, logins."""

import gzip
import json
import re
from pathlib import Path
from ssl import TLSVersion

import pytest

from newscrawl.fetch.errors import tls_help
from tests.support.crawling import posts, warm
from tests.support.server import Answer, Hit, Server, certificate, page
from tests.support.warm import Done

ARTICLE = "/2026/11/22/the-council-talks-of-bridges"
FRONT = f"<main><article><h2><a href='{ARTICLE}'>The council talks again</a></h2></article></main>"
TEXT = "".join(f"<p>The council met again, and this is sentence {n} of what it said of it.</p>" for n in range(20))
STORY = f"<html><body><article><h1>The council talks again</h1>{TEXT}</article></body></html>"


def crawl(server: Server, output: Path, *more: str) -> Done:
    where = ("-a", f"url={server.url()}")
    return warm("crawl", "site", *where, "-s", "DOWNLOAD_DELAY=0", "-s", "CONTACT=a@b.example", *more, output=output)


def sent_on(where: str) -> str:
    return f'<html><head><meta http-equiv="refresh" content="0; url={where}"></head></html>'


def test_a_page_that_sends_its_reader_on_is_followed_once_and_on_its_site(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page(gzip.compress(sent_on("/en/").encode()), content_encoding="gzip"))
        server.on("/en/", page(FRONT + "<h2><a href='/2026/11/21/round-and-round-it-goes'>Round and round</a></h2>"))
        server.on(ARTICLE, page("", refresh=f"0; url={ARTICLE}/full"))
        server.on(f"{ARTICLE}/full", page(STORY))
        server.on("/2026/11/21/round-and-round-it-goes", page(sent_on("/a")))
        server.on("/a", page(sent_on("/b")))
        done = crawl(server, tmp_path)
    assert len(posts(tmp_path, "127.0.0.1")) == 1 and done.code == 0, done
    assert "/a" in server.paths and "/b" not in server.paths


def test_a_page_leads_to_no_private_address(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page(FRONT))
        server.on(ARTICLE, page(sent_on(server.url("/secret", host="127.0.0.2"))))
        crawl(server, tmp_path)
    assert "/secret" not in server.paths


SHELL = (
    "<html><head><title>Post</title><script src='/app.js'></script></head><body>"
    "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div></body></html>"
)
CONSENT = (
    "<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1><p>We and our 842 "
    "partners use cookies and personalised advertising. By consent you allow tracking. Privacy policy. Accept "
    "cookies.</p></body>"
)
CHECK = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p></body></html>"
LOGIN = (
    "<html><head><title>Log in</title></head><body><h1>Log in</h1><form><input name=u><input type=password name=p>"
    "</form></body></html>"
)


STANDS_BEFORE = [
    (front, told, where)
    for front, told in (
        (SHELL, "name its feeds or sitemaps"),
        (CONSENT, "COOKIES_FILE"),
        (CHECK, "a bot check"),
        (LOGIN, "COOKIES_FILE"),
        (sent_on("https://other.example/"), "another site"),
    )
    for where in ("front page", "articles")
    if (told, where) != ("another site", "articles")  # an article elsewhere is another site's
]


@pytest.mark.parametrize(("front", "told", "where"), STANDS_BEFORE)
def test_where_nothing_comes_the_user_is_told_why_and_what_to_do(
    front: str, told: str, where: str, tmp_path: Path
) -> None:
    with Server() as server:
        server.on("/", page(front if where == "front page" else FRONT))
        server.on(ARTICLE, page(front))
        done = crawl(server, tmp_path)
    assert told in done.said and done.code == 1, done


@pytest.mark.parametrize(
    ("status", "said", "told"),
    [
        (401, "no", "COOKIES_FILE"),
        (451, "no", "PROXY"),
        (403, "no", "CONTACT"),
        (403, "<div id=px-captcha></div>", "a bot check"),
    ],
)
def test_a_refusal_is_told_with_what_may_help(status: int, said: str, told: str, tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page(said, status=status))
        done = crawl(server, tmp_path)
    assert told in done.said and done.code == 1, done


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_encryption_is_spoken_with_the_settings_that_the_error_names(tmp_path: Path) -> None:
    tls = certificate(tmp_path)
    tls.set_ciphers("DEFAULT:@SECLEVEL=0")
    tls.minimum_version, tls.maximum_version = TLSVersion.MINIMUM_SUPPORTED, TLSVersion.TLSv1_1
    named = re.findall(r"[A-Z_]+=[^,\s]+", tls_help("tlsv1 alert protocol version"))
    with Server(tls) as server:
        server.on("/", page(FRONT))
        server.on(ARTICLE, page(STORY))
        settings = [part for setting in ("DOWNLOAD_VERIFY_CERTIFICATES=false", *named) for part in ("-s", setting)]
        done = crawl(server, tmp_path / "out", *settings)
    assert len(named) == 2 and done.code == 0 and len(posts(tmp_path / "out", "127.0.0.1")) == 1, done


OWN_HANDLER = """
from scrapy.http import HtmlResponse, Response
from urllib.request import urlopen
from urllib.error import HTTPError

class Own:
    lazy = False
    def __init__(self, crawler): pass
    @classmethod
    def from_crawler(cls, crawler): return cls(crawler)
    async def download_request(self, request):
        try:
            answer = urlopen(request.url)
        except HTTPError as error:
            return Response(request.url, status=error.code)
        mark = b"" if request.url.endswith(".txt") else b"<!-- by the user's own handler -->"
        return HtmlResponse(request.url, body=answer.read() + mark)
    async def close(self): pass
"""


def test_a_handler_of_the_users_own_is_used_inside_our_manners(tmp_path: Path) -> None:
    (tmp_path / "own_handler.py").write_text(OWN_HANDLER)
    with Server() as server:
        server.on("/", page(FRONT + "<h2><a href='/private/2026/11/22/a-story-that-is-kept-back'>Kept back</a></h2>"))
        server.on(ARTICLE, page(STORY))
        server.on("/robots.txt", page("User-agent: *\nDisallow: /private/"))
        handlers = json.dumps(dict.fromkeys(("http", "https"), "own_handler.Own"))
        where = ("-a", f"url={server.url()}", "-s", "DOWNLOAD_DELAY=0", "-s", f"DOWNLOAD_HANDLERS={handlers}")
        recording = tmp_path / "run.warc.gz"
        more = ("-s", f"RECORD={recording}")
        done = warm("crawl", "site", *where, *more, output=tmp_path, env={"PYTHONPATH": str(tmp_path)})
    assert done.code == 0 and len(posts(tmp_path, "127.0.0.1")) == 1, done
    assert "pages are fetched by own_handler.Own" in done.said
    assert not any(path.startswith("/private/") for path in server.paths)
    assert b"by the user's own handler" in gzip.decompress(recording.read_bytes())


def gate(server: Server, path: str, body: str) -> None:
    """A page that is shown to who brings the cookie."""
    server.on(path, page("", status=302, location=path, set_cookie="seen=1; Path=/"), page(body))


def test_a_gate_that_waits_for_a_cookie_names_the_setting_and_the_setting_opens_it(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/", page("", status=302, location="/", set_cookie="seen=1; Path=/"))
        done = crawl(server, tmp_path)
        assert "COOKIES_ENABLED=true" in done.said and done.code == 1, done
        gate(server, "/", FRONT)
        gate(server, ARTICLE, STORY)
        recording = tmp_path / "run.warc.gz"
        again = crawl(server, tmp_path, "-s", "COOKIES_ENABLED=true", "-s", f"RECORD={recording}")
        assert again.code == 0 and len(posts(tmp_path, "127.0.0.1")) == 1, again
        assert server.hits(ARTICLE)[0].headers.get("cookie") == "seen=1"
    assert b"seen=1" not in gzip.decompress(recording.read_bytes())


def secret(path: Path, text: str, mode: int = 0o600) -> Path:
    path.write_text(text)
    path.chmod(mode)
    return path


def test_a_login_goes_to_its_site_alone_and_is_kept_nowhere(tmp_path: Path) -> None:
    jar = secret(tmp_path / "c.txt", "# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tsub\tsesame-7\n")
    keys = secret(tmp_path / "h.txt", "X-Key: sesame-8\n")
    output = tmp_path / "output"
    with Server() as server:
        elsewhere = server.url("/theirs", host="127.0.0.2")
        server.on(
            "/", page(FRONT + "<h2><a href='/2026/11/21/the-council-leads-elsewhere'>Elsewhere it leads</a></h2>")
        )
        server.on(ARTICLE, page(STORY, set_cookie="sub=sesame-9; Path=/"))
        server.on("/2026/11/21/the-council-leads-elsewhere", page("", status=302, location=elsewhere))
        more = (
            "-s",
            f"COOKIES_FILE={jar}",
            "-s",
            f"HEADERS_FILE={keys}",
            "-s",
            "PRIVATE_HOSTS=127.0.0.2",
            "-L",
            "DEBUG",
        )
        done = crawl(server, output, *more, "-s", f"RECORD={output}/run.warc.gz")
        (hit,), (theirs,) = server.hits(ARTICLE), server.hits("/theirs")
    assert (hit.headers["cookie"], hit.headers["x-key"]) == ("sub=sesame-7", "sesame-8")
    assert "cookie" not in theirs.headers and "x-key" not in theirs.headers
    assert done.code == 0 and len(posts(output, "127.0.0.1")) == 1, done
    kept = b"".join(path.read_bytes() for path in output.rglob("*") if path.is_file())
    kept += gzip.decompress((output / "run.warc.gz").read_bytes())
    assert b"sesame" not in kept and "sesame" not in done.said + done.out


class Club(Server):
    """Shows its articles to members alone."""

    def pick(self, hit: Hit) -> Answer:
        member = "member=abc" in hit.headers.get("cookie", "")
        return super().pick(hit) if member or hit.path != ARTICLE else page(LOGIN)


def test_a_login_of_the_users_own_opens_what_it_opens(tmp_path: Path) -> None:
    jar = secret(tmp_path / "c.txt", "127.0.0.1\tFALSE\t/\tFALSE\t0\tmember\tabc\n")
    with Club() as server:
        server.on("/", page(FRONT))
        server.on(ARTICLE, page(STORY))
        shut = crawl(server, tmp_path / "out")
        opened = crawl(server, tmp_path / "out", "-s", f"COOKIES_FILE={jar}")
    assert "it asks for a login" in shut.said and shut.code == 1, shut
    assert len(posts(tmp_path / "out", "127.0.0.1")) == 1 and opened.code == 0, opened


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_login_that_others_can_read_is_refused(mode: int, tmp_path: Path) -> None:
    jar = secret(tmp_path / "c.txt", "", mode)
    with Server() as server:
        done = crawl(server, tmp_path, "-s", f"COOKIES_FILE={jar}")
    assert done.code == 2 and "chmod 600" in done.said and not server.log


def test_a_login_that_has_ended_is_told(tmp_path: Path) -> None:
    jar = secret(tmp_path / "c.txt", "127.0.0.1\tFALSE\t/\tFALSE\t1600000000\tsub\tabc\n")
    with Server() as server:
        server.on("/", page(FRONT))
        server.on(ARTICLE, page(LOGIN))
        done = crawl(server, tmp_path, "-s", f"COOKIES_FILE={jar}")
    assert "ended on 2020-09-13" in done.said and "stayed shut though a login was sent" in done.said and done.code == 1
