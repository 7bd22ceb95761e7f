"""What is no article, and why; real articles that look a little like it are kept."""

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.fields.refusal_reasons import REASONS

SENTENCE = "Rain fell on the valley on Monday for the first time in three months, and farmers came out to stand in it. "


def paragraphs(count: int) -> str:
    """Paragraphs that differ: what stands on a page twice is no text."""
    return "".join(f"<p>On day {n} of the week the news was good. {SENTENCE * 3}</p>" for n in range(count))


ARTICLE = paragraphs(6)
LD = (
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Rain", "datePublished": "2024-05-03T10:00:00Z"%s}</script>'
)
EXCERPTS = "".join(
    f'<article><h2><a href="/2026/11/story-{n}/">The harbour council repairs bridge {n}</a></h2>'
    f'<time datetime="2026-11-{22 - n}T08:00:00+00:00">November {22 - n}, 2026</time><p>The harbour council said on'
    f" Monday evening that bridge {n} stays open while the night market counts its bells, and that visitors who come by"
    f' tram are asked to keep left. <a href="/2026/11/story-{n}/">Continue reading</a></p></article>'
    for n in range(10)
)
TEASERS = "".join(
    f'<div><h3><a href="/a/{n}">Story number {n} of the day</a></h3><p>A line about it.</p></div>' for n in range(20)
)
COOKIES = (
    "We and our 842 partners use cookies and personalised advertising. By consent you allow tracking. Privacy policy."
)


def page(body: str, title: str = "Rain at last", head: str = "") -> bytes:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("html", "url", "reason"),
    [
        pytest.param(b"", "/a", "no HTML", id="nothing"),
        pytest.param(b"%PDF-1.7 \x00\x01", "/a.pdf", "no HTML", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(200), "/a.png", "no HTML", id="picture"),
        pytest.param(b'{"error": "not found"}', "/a", "no HTML", id="JSON"),
        pytest.param(b"plain words", "/a", "no HTML", id="plain text"),
        pytest.param(b"\r\n\t" * 30_000, "/a", "no HTML", id="blanks"),
        pytest.param(
            page("<p>Checking your browser before accessing.</p>", "Just a moment..."),
            "/a",
            "challenge",
            id="Cloudflare",
        ),
        pytest.param(
            page("<h1>Access Denied</h1><p>You don't have permission. Reference #18</p>", "Access Denied"),
            "/a",
            "challenge",
            id="Akamai",
        ),
        pytest.param(
            page(
                '<p>Please enable JS</p><script src="https://ct.captcha-delivery.com/c.js"></script>', "valley.example"
            ),
            "/a",
            "challenge",
            id="DataDome",
        ),
        pytest.param(
            page(f"<h1>Before you continue</h1><p>{COOKIES}</p>", "Before you continue"),
            "/a",
            "consent wall",
            id="consent page",
        ),
        pytest.param(
            page(f"<div><p>{COOKIES}</p><p>{COOKIES}</p></div>", "Valley Post"),
            "/a",
            "consent wall",
            id="consent text alone",
        ),
        pytest.param(
            page(
                "<h1>Log in</h1><form><input name=u><input type=password></form><p>Forgot your password?</p>",
                "Log in | Valley Post",
            ),
            "/login",
            "login",
            id="login",
        ),
        pytest.param(
            page("<h1>404</h1><p>Sorry, this page could not be found.</p>", "Page not found"),
            "/a",
            "not found",
            id="soft 404",
        ),
        pytest.param(
            page("<h1>Seite nicht gefunden</h1><p>Hier geht es zur Startseite.</p>", "Fehler"),
            "/a",
            "not found",
            id="soft 404 in German",
        ),
        pytest.param(
            page("<h1>页面不存在</h1><p>您访问的页面不存在</p>", "错误"), "/a", "not found", id="soft 404 in Chinese"
        ),
        pytest.param(page(f"<h1>World</h1>{TEASERS}", "World news"), "/world", "listing", id="section page"),
        pytest.param(page(f"<h1>Valley Post</h1>{TEASERS}", "Valley Post"), "/", "listing", id="home page"),
        pytest.param(page(f"<main>{EXCERPTS}</main>", "Valley Post"), "/", "listing", id="home page of a blog"),
        pytest.param(
            page("<h1>Rain</h1><video src=a.mp4></video>", head='<meta property="og:type" content="video.other">'),
            "/v",
            "video",
            id="video shell",
        ),
        pytest.param(
            page("<h1>Rain</h1><div class=paywall>Subscribe now</div>", head=LD % ', "isAccessibleForFree": false'),
            "/a",
            "paywall",
            id="nothing before the wall",
        ),
        pytest.param(page("<h1>Rain</h1>"), "/a", "no text", id="empty shell"),
        pytest.param(page(f"<h1>Rain</h1><p>{COOKIES * 9_000}</p>"), "/a", "too large", id="text of a library"),
        pytest.param(
            page(f"<h1>Rain</h1><p>{COOKIES}</p><p>a <img src=a.jpg alt='{'a' * 1_000_000}'>"),
            "/a",
            "too large",
            id="body of a library",
        ),
        pytest.param(page('<div id="root"></div><script>render()</script>'), "/a", "JavaScript", id="page for scripts"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(html: bytes, url: str, reason: str) -> None:
    reading = read_page(html, f"https://www.valleypost.example{url}")
    assert (reading.article, reading.reason) == (None, reason)
    assert reason in REASONS


STUBS = {
    "JavaScript is off": (
        "JavaScript",
        "<h1>JavaScript is not available.</h1><p>We have seen that JavaScript is disabled in this browser. Please turn"
        " it on or take another browser to go on.</p>",
    ),
    "for readers without scripts": (
        "JavaScript",
        "<div id=shell></div><noscript><p>To read the Valley Post, please switch on JavaScript in your browser and load"
        " the page again.</p></noscript>",
    ),
    "JavaScript in German": (
        "JavaScript",
        "<h2>Hinweis</h2><p>Damit Sie diese Seite nutzen können, muss JavaScript aktiviert sein. Bitte prüfen Sie die"
        " Einstellungen.</p>",
    ),
    "JavaScript in Japanese": (
        "JavaScript",
        "<p>当サイトをご覧になるには、JavaScriptを有効にしてください。設定の方法はヘルプのページをご確認ください。よろしくお願いいたします。</p>",
    ),
    "maintenance": (
        "notice",
        "<h1>Out of service</h1><p>Sorry, we are currently performing scheduled maintenance on our servers. The"
        " Valley Post will be here again in an hour.</p>",
    ),
    "maintenance in French": (
        "notice",
        "<h1>Merci</h1><p>Notre site est actuellement en maintenance. Nous serons bientôt de retour avec une"
        " nouvelle version du journal.</p>",
    ),
    "maintenance as Drupal says it": (
        "notice",
        "<h1>Site under maintenance</h1><p>Valley Post is currently under maintenance. We should be back shortly."
        " Thank you for your patience.</p>",
    ),
    "a page that is gone in Korean": (
        "notice",
        "<h2>안내</h2><p>요청하신 페이지를 찾을 수 없습니다."
        " 페이지의 주소가 변경 또는 삭제되어 요청하신 페이지를 찾을 수 없습니다.</p>",
    ),
    "a page that is gone in Chinese": (
        "notice",
        "<h2>抱歉，您访问的页面不存在或已被删除</h2><p>3秒后自动返回首页，或点击这里返回。</p>",
    ),
    "a closed region": (
        "notice",
        "<h1>Sorry</h1><p>This content is not available in your region. Read more about where the Valley Post can be"
        " read, and about why.</p>",
    ),
    "an old browser": (
        "notice",
        "<h1>Time for an update</h1><p>It seems that your browser is no longer supported. Take one of these, all of"
        " them without cost, and come back.</p>",
    ),
    "an age gate": (
        "notice",
        "<h2>Before you go on</h2><p>You must be 18 or older to view this page. Please enter your date of birth, which"
        " we do not keep.</p>",
    ),
    "a database": (
        "notice",
        "<h1>Error establishing a database connection</h1><p>This means that what stands in the file of settings is"
        " wrong, or that the machine cannot be reached.</p>",
    ),
    "a server": (
        "notice",
        "<h1>502 Bad Gateway</h1><p>What stands behind this machine did not answer in time, as now and then happens on"
        " a day of much traffic.</p>",
    ),
    "an app": (
        "notice",
        "<p>This story can only be read in our app. It costs nothing, and is to be had for telephones of all kinds and"
        " for tablets.</p>",
    ),
    "a forwarding": (
        "notice",
        "<p>Redirecting … You will see the article in a moment. Where nothing happens, follow the link that stands"
        " below this line.</p>",
    ),
    "a domain to be sold": (
        "notice",
        "<h1>valleypost.example is for sale</h1><p>Ask the broker for a price, and you have an answer within a day, on"
        " every day of the week.</p>",
    ),
    "a refused reader": (
        "notice",
        "<h1>Sorry</h1><p>You don’t have permission to view the page. Write to the desk if you think that this"
        " is a mistake of ours.</p>",
    ),
    "advertising that is held back": (
        "notice",
        "<p>Sie verwenden einen Werbeblocker. Unsere Zeitung lebt von Anzeigen, also schalten Sie ihn für unsere Seiten"
        " bitte aus.</p>",
    ),
    "an age in Spanish": (
        "notice",
        "<p>¿Es usted mayor de edad? Para leer esta página debe decirnos el día en que nació, que no guardamos en"
        " ninguna parte.</p>",
    ),
    "a region in Polish": (
        "notice",
        "<p>Ta strona nie jest dostępna w twoim kraju. Prosimy o wyrozumiałość, a o przyczynach można przeczytać na"
        " stronach pomocy.</p>",
    ),
    "too many requests": (
        "notice",
        "<h1>Slow down</h1><p>There were too many requests from your network. Wait a little while, and load the page"
        " once more.</p>",
    ),
}


@pytest.mark.parametrize("head", ["", '<meta property="og:type" content="article">', LD % ""])
@pytest.mark.parametrize("name", STUBS)
def test_a_notice_in_the_article_s_place_is_none(name: str, head: str) -> None:
    reason, body = STUBS[name]
    nav = "<header><nav><a href=/>Home</a> <a href=/world>World</a></nav></header>"
    reading = read_page(page(f"{nav}{body}<footer>Valley Post</footer>", head=head), "https://www.valleypost.example/a")
    assert (reading.article, reading.reason) == (None, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Readers of the Herald were shown the line “We will be back soon” instead of the news on Monday. The paper's "
        "servers stood still for three hours.",
        "The council's new site will be in operation by May, the mayor said, and people of any age may vote on it.",
        "Nobody can read all the free stories in the ferry's box. It was filled with four hundred books.",
        "A fire in the cable shaft cut off the valley's telephones on Monday. The exchange works again since noon. "
        "Those who tried the town hall's page read “Please try again later”.",
    ],
)
def test_news_of_notices_is_kept(text: str) -> None:
    html = page(f"<article><h1>Rain at last</h1><p>{text}</p></article>", head=LD % "")
    assert read_page(html, "https://www.valleypost.example/a").reason == ""


OPEN_GRAPH = (
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-05-03T10:00:00Z">'
)
NEWS_IN_WORDS_OF_NOTICES = [
    ("en", "Ferry service temporarily unavailable", "The boats stay at the quay until Friday, as the council said."),
    (
        "en",
        "Airline says it is experiencing technical difficulties",
        "Forty flights were late on Monday, and two were called off until Friday.",
    ),
    (
        "en",
        "Bank says app service is currently unavailable",
        "Its customers were asked on Monday to come to the counters instead.",
    ),
    ("en", "Mayor sorry", "The post has been deleted after an hour, but screenshots of it went round the valley."),
    ("en", "Film of flood", "The company said that the video has been removed from the mayor's channel on Monday."),
    ("en", "Tram to the fair", "Those who come late will find that you will be redirected to the north gate."),
    (
        "nl",
        "Een mailtje redde levens",
        "Bedankt voor je aanmelding, stond boven het bericht dat duizend donoren kregen.",
    ),
    (
        "de",
        "Häkchen verschwinden",
        "„Bestätigen Sie, dass Sie kein Roboter sind“ – diesen Satz liest bald niemand mehr.",
    ),
    ("pl", "Prom", "Serwis biletowy jest chwilowo niedostępny, a podróżni kupują bilety w kasie na przystani."),
    ("de", "Technische Störung legt die Fähre lahm", "Der Hafenrat rechnet bis Freitag mit Ausfällen am ganzen Fluss."),
    ("de", "Bürgermeister in Not", "Der Rat teilte mit, dass dieser Beitrag nach einer Stunde gelöscht wurde."),
    ("de", "Busse fahren anders", "Die Stadt sagt, wer mit dem Auto kommt: Sie werden am Tor weitergeleitet."),
    ("fr", "Le maire s'excuse", "Selon la mairie, cet article a été supprimé par le journal une heure plus tard."),
    ("es", "El alcalde pide perdón", "El diario explicó que este artículo ha sido eliminado una hora después."),
    ("ru", "Паром", "В порту сообщили, что сервис временно недоступен из-за ремонта причала в старом городе."),
    (
        "zh",
        "渡船停航三天",
        "港务局周一表示，由于服务器繁忙，售票窗口排起长队，乘客须在码头等候，周五才恢复通航。市民可改乘电车前往对岸。",
    ),
]


@pytest.mark.parametrize(("language", "headline", "text"), NEWS_IN_WORDS_OF_NOTICES)
def test_news_with_a_notice_s_words_in_its_sentences_is_kept(language: str, headline: str, text: str) -> None:
    declared = LD.replace('"Rain"', f'"{headline}"') % ""
    for head in (declared, OPEN_GRAPH):
        html = page(f"<article><h1>{headline}</h1><p>{text}</p></article>", headline, f"<meta charset=utf-8>{head}")
        html = html.replace(b"<html>", f"<html lang={language}>".encode())
        assert read_page(html, "https://www.valleypost.example/a").reason == ""


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Rain at last", "Service temporarily unavailable. Write to the desk, or come back on another day."),
        ("Rain at last", "This article has been removed at the request of the council, which we are sorry for."),
        ("Rain at last", "To read what the farmers say, you need to enable JavaScript in the settings."),
        ("Service temporarily unavailable", "Write to the desk, or come back on any other day of the week."),
    ],
)
def test_a_notice_that_stands_alone_under_a_declared_headline_is_none(headline: str, text: str) -> None:
    head = LD.replace('"Rain"', f'"{headline}"') % ""
    html = page(f"<article><h1>{headline}</h1><p>{text}</p></article>", headline, head)
    assert read_page(html, "https://www.valleypost.example/a").reason in ("notice", "JavaScript")


CHECKS = [
    '<h1>Press &amp; Hold</h1><div id="px-captcha"></div>',
    '<iframe src="/_Incapsula_Resource?SWUDNSAI=31">Request unsuccessful.</iframe>',
    '<script src="/_Incapsula_Resource?SWJIYLWA=5074a7"></script>',
    "<script>window.gokuProps = {}</script><noscript>We need to verify that you are no robot.</noscript>",
    '<script src="/149e9513/2d206a39/ips.js?t=0.1"></script>',
    "The requested URL was rejected. Please consult with your administrator. Your support ID is: 18",
    '<script>a.src = "/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=8f"</script><h1>valley.example</h1>',
    f'<script id="anubis_challenge">{{}}</script><h1>Wait</h1>{paragraphs(2)}',
    '<form><div class="h-captcha"></div></form>',
]


@pytest.mark.parametrize("body", CHECKS)
def test_a_bot_check_is_known_by_what_its_maker_writes(body: str) -> None:
    assert read_page(page(body, "valley.example"), "https://valley.example/2026/11/28/rain").reason == "challenge"


@pytest.mark.parametrize(
    "mark",
    [
        '<script src="/_Incapsula_Resource?SWJIYLWA=5074a7"></script>',
        '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>',
        '<script>a.src = "/cdn-cgi/challenge-platform/scripts/jsd/main.js"</script>',
        '<script src="/cdn-cgi/challenge-platform/h/b/scripts/jsd/62ec4f065604/main.js"></script>',
        '<form><div class="g-recaptcha"></div></form>',
    ],
)
def test_a_short_article_on_a_guarded_site_is_kept(mark: str) -> None:
    html = page(f"<article><h1>Rain at last</h1><p>{SENTENCE}</p></article>{mark}")
    assert read_page(html, "https://valley.example/2026/11/28/rain").reason == ""


WALLS = [
    ("fr", "En cliquant sur « Tout accepter », vous acceptez le dépôt de traceurs.", "Tout accepter"),
    ("fr", "", "Continuer sans accepter"),
    ("de", "Besuchen Sie uns mit Werbung und Tracking. Details in der Datenschutzerklärung.", "Zustimmen & weiter"),
    ("es", "Para seguir navegando gratis acepta las cookies o suscríbete.", "Aceptar todo"),
    ("it", "Per continuare a leggere accetta i cookie di profilazione oppure abbonati.", "Accetta e continua"),
    ("nl", "Om verder te gaan moet je akkoord gaan met cookies.", "Akkoord"),
    ("pl", "Kliknij „Przejdź do serwisu”, aby wyrazić zgodę na przetwarzanie danych.", "Przejdź do serwisu"),
    ("fi", "Me ja kumppanimme käytämme evästeitä ja käsittelemme henkilötietoja.", "Hyväksy kaikki"),
    ("el", "Εμείς και οι συνεργάτες μας αποθηκεύουμε cookies στη συσκευή σας.", "Αποδοχή όλων"),
    ("uk", "Ми та наші партнери використовуємо файли cookie.", "Прийняти всі"),
    ("ja", "当社とパートナーは、クッキーを使用して個人データを処理します。", "すべて同意する"),
]


@pytest.mark.parametrize(("language", "said", "button"), WALLS)
@pytest.mark.parametrize("element", ["<button>%s</button>", '<input type=submit value="%s">', "<a onclick=go()>%s</a>"])
def test_a_page_that_is_little_but_a_button_of_consent_is_a_wall(
    language: str, said: str, button: str, element: str
) -> None:
    html = page(f"<p>{said}</p><form>{element % button}</form><a href=/imprint>Imprint</a>", "The Courier")
    html = html.replace(b"<html>", f"<html lang={language}>".encode())
    assert read_page(html, "https://courier.example/2026/11/28/rain").reason == "consent wall"


BANNER = f"<div class=x1><p>{COOKIES}</p><button>Accept all</button></div>"
MENU = "".join(f"<a href=/{n}/>Section {n}</a>" for n in range(13))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"<h1>Fine</h1><p>The privacy office fined the council for a list of names. {SENTENCE}</p>{BANNER}", ""),
        (f"<nav>{MENU}</nav><h1>Rain, seen from above</h1>{BANNER}", "no text"),
        ("<h1>Rain, in pictures</h1>" + "".join(f"<img src={n}.jpg>" for n in range(13)) + BANNER, "no text"),
        (f"<div id=root></div>{BANNER}", "JavaScript"),
    ],
)
def test_a_banner_beside_a_page_is_no_wall_and_no_text(body: str, reason: str) -> None:
    assert read_page(page(body), "https://www.valleypost.example/weather/rain").reason == reason


def test_an_article_below_hundreds_of_blank_lines_is_kept() -> None:
    html = b" \r\n" * 500 + page(f"<h1>Rain at last</h1>{ARTICLE}")
    assert read_page(html, "https://example.com/a").article is not None


def test_an_article_for_readers_without_scripts_is_kept() -> None:
    html = page(f"<h1>Rain at last</h1><div id=app></div><noscript>{ARTICLE}</noscript>")
    article = read_page(html, "https://www.valleypost.example/a").article
    assert article is not None and "Rain fell on the valley" in article.text


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(f"<article><h1>Rain at last</h1>{ARTICLE}</article>"), id="plain"),
        pytest.param(
            page(f"<article><h1>How we made our 404 page</h1>{ARTICLE}</article>", "How we made our 404 page"),
            id="about a 404 page",
        ),
        pytest.param(
            page(f"<article><h1>Cookies and consent</h1>{ARTICLE}</article>", "Cookies and consent"), id="about cookies"
        ),
        pytest.param(
            page(f"<article><h1>Just a moment</h1>{ARTICLE}</article>", "Just a moment, please"), id="about a moment"
        ),
        pytest.param(
            page(f"<article><h1>Rain</h1>{ARTICLE}</article><form><input type=password></form>", "Log in"),
            id="with a login form",
        ),
        pytest.param(
            page(f"<article><h1>Rain</h1>{ARTICLE}</article><aside>{TEASERS}</aside>"), id="with teasers beside it"
        ),
        pytest.param(
            page(f"<article><h1>Rain</h1><p>{SENTENCE}</p></article>", head=LD % ""), id="a flash of one sentence"
        ),
        pytest.param(page(f"<article><h1>Rain</h1><video src=a.mp4></video>{ARTICLE}</article>"), id="with a video"),
        pytest.param(
            page(f"<article><h1>Rain</h1>{ARTICLE}</article><div id=cmp><p>{COOKIES}</p></div>"),
            id="with a consent banner",
        ),
        pytest.param(
            page(
                "".join(f'<h3><a href="/{n}">Section {n}</a></h3>' for n in range(20))
                + f"<h1>Rain</h1><div><p>{SENTENCE * 6}</p><ul><li>Rain on Monday</li></ul></div>"
            ),
            id="short, under a menu of headings",
        ),
    ],
)
def test_an_article_is_kept(html: bytes) -> None:
    reading = read_page(html, "https://www.valleypost.example/weather/rain")
    assert reading.reason == ""
    assert reading.article is not None
    assert "Rain fell on the valley" in reading.article.text


def test_the_posts_of_a_forums_thread_are_its_text() -> None:
    posts = "".join(
        f'<div class="comment"><div class="comment-text">{SENTENCE * 2} Post {n}.</div></div>' for n in range(9)
    )
    html = page(f"<main><h2>Rain at last</h2>{posts}</main>")
    thread = read_page(html, "https://www.valleypost.example/forum/discussion/rain-338679").article
    assert thread is not None
    assert "Post 0." in thread.text
    assert "Post 8." in thread.text
    assert read_page(html, "https://www.valleypost.example/weather/rain").article is None


@pytest.mark.parametrize(
    ("count", "more", "access"),
    [
        (2, "", "full"),
        (2, ', "isAccessibleForFree": false', "partial"),
        (2, ', "isAccessibleForFree": "False"', "partial"),
        (2, ', "isAccessibleForFree": true', "full"),
        (2, f', "isAccessibleForFree": false, "articleBody": "{SENTENCE * 6}"', "full"),
        (2, f', "isAccessibleForFree": false, "articleBody": "{SENTENCE * 40}"', "partial"),
        (20, ', "isAccessibleForFree": false', "full"),
    ],
)
def test_access_says_whether_the_whole_article_is_there(count: int, more: str, access: str) -> None:
    body = f"<article><h1>Rain</h1>{paragraphs(count)}</article>"
    article = read_page(page(body, head=LD % more), "https://www.valleypost.example/a").article
    assert article is not None
    assert article.access == access


@pytest.mark.parametrize(
    ("below", "access"),
    [
        ("<aside><h2>This post is for subscribers only</h2><a href=/join>Subscribe now</a></aside>", "partial"),
        ("<div><h2>This post is for paid subscribers</h2><a href=/join>Subscribe</a></div>", "partial"),
        (
            "<h2>Subscribe to continue reading</h2><p>Get access to the rest of this post, and to the archive.</p>",
            "partial",
        ),
        ("<p>Dieser Beitrag ist nur für Mitglieder. Melden Sie sich an.</p>", "partial"),
        ("<p>この記事は会員限定です。</p>", "partial"),
        ("<aside><h2>Only paid subscribers can comment on this post</h2></aside>", "full"),
        (
            "<aside><h3>Subscribe to our newsletter</h3><p>For members of the choir and their friends.</p></aside>",
            "full",
        ),
    ],
)
def test_what_a_stub_for_members_says_below_its_teaser_makes_it_partial(below: str, access: str) -> None:
    html = page(f"<article><h1>Rain</h1>{paragraphs(3)}{below}</article>")
    article = read_page(html, "https://www.valleypost.example/a").article
    assert article is not None
    assert article.access == access


def test_a_stub_for_members_without_a_teaser_is_a_paywall() -> None:
    html = page("<article><h1>Rain</h1><aside><h2>This post is for subscribers only</h2></aside></article>")
    assert read_page(html, "https://www.valleypost.example/a").reason == "paywall"


@pytest.mark.parametrize(("head", "reason"), [("Register for free to continue reading", "paywall"), ("Well", "")])
def test_what_a_wall_promises_is_no_text(head: str, reason: str) -> None:
    said = "An account takes a minute and costs nothing, and you may read five stories each month with it."
    wall = f'<h1>Rain at last</h1><div class="regwall"><h2>{head}</h2><p>{said}</p></div>'
    day = '<meta property="article:published_time" content="2024-05-03T10:00:00Z">'
    assert read_page(page(wall, head=day), "https://www.valleypost.example/rain-at-last").reason == reason


def test_under_a_section_s_name_some_dated_teasers_are_a_listing() -> None:
    cards = "".join(
        f'<article><h2><a href="/s/{n}">The harbour council repairs bridge {n}</a></h2><p>A line about it.</p>'
        f"<time>{n + 1} May 2026</time></article>"
        for n in range(6)
    )
    assert read_page(page(f"<h1>Local</h1>{cards}", "Local"), "https://valley.example/local").reason == "listing"
    story = f"<h1>Rain falls on the valley at last</h1><time>9 May 2026</time><p>{SENTENCE * 2}</p>{cards}"
    assert read_page(page(story), "https://valley.example/a").reason == ""


def test_a_missing_page_that_calls_itself_an_article_is_none() -> None:
    head = "<meta property=og:type content=article>"
    body = "<h1>{}</h1><p>What stood here has another place now, and some of it is older than you may think.</p>"
    for heading, reason in (("Page not found", "not found"), ("Peugeot 404 is back", "")):
        assert read_page(page(body.format(heading), heading, head), "https://valley.example/a").reason == reason


@pytest.mark.parametrize(
    ("language", "heading", "text", "reason"),
    [
        ("nl", "Proeverij", "Ben je 18 jaar of ouder? Bevestig je leeftijd om verder te gaan.", "notice"),
        ("pl", "Piwo", "Ta strona jest przeznaczona dla osób, które ukończyły 18 lat.", "notice"),
        ("ja", "酒蔵", "このページは18歳以上の方を対象としています。年齢を確認してください。", "notice"),
        ("sv", "Sidan hittades inte", "Sök på sajten eller gå till startsidan för de senaste nyheterna.", "not found"),
        ("cs", "Chyba 404", "Požadovaná stránka nebyla nalezena. Pokračujte na titulní stranu.", "not found"),
        ("es", "Noticia no disponible", "Ha sido retirada de nuestro sitio a petición de su autor.", "not found"),
        ("de", "Anmelden", "Noch kein Konto? Hier können Sie eines anlegen.<input type=password>", "login"),
        ("ko", "로그인", "회원만 볼 수 있는 기사입니다. <input type=password>", "login"),
        ("de", "Fähre fällt aus", "Diese Meldung ist nicht mehr abrufbar: Die Rechte sind erloschen.", "notice"),
        ("fr", "Le bac", "Cet article a été supprimé à la demande de son auteur.", "notice"),
        ("ja", "渡し船", "お探しの記事は掲載期間が終了したため、削除されました。", "notice"),
        ("tr", "Vapur", "Bu haber yayın süresi dolduğu için kaldırılmıştır.", "notice"),
        ("nl", "De pont", "U wordt binnen enkele tellen doorgestuurd naar de nieuwe pagina.", "notice"),
        ("en", "Ferry", "The story you are looking for has been withdrawn by its publisher.", "notice"),
        ("de", "Wartungsarbeiten", "Hier ist bald alles neu, und die Ziegen freuen sich schon.", "notice"),
        ("fr", "Site en maintenance", "Les chèvres ont mangé les câbles, un peu de patience.", "notice"),
        (
            "pt",
            "Conteúdo indisponível na sua região",
            "Por questões de direitos, só pode ser visto no Brasil.",
            "notice",
        ),
        ("en", "Ferry", "This story is only available in the Valley Post app, which costs nothing.", "notice"),
        ("es", "Barco", "Verifica que eres humano, y perdona la molestia.", "notice"),
        ("pl", "Prom", "Serwis jest chwilowo niedostępny, a kozy odpoczywają.", "notice"),
        ("he", "מעבורת", "התוכן אינו זמין במדינה שלך, ועמך הסליחה.", "notice"),
        ("en", "Thank you for subscribing", "Please check your inbox and follow the link in our message.", "notice"),
        (
            "de",
            "Vielen Dank für Ihre Anmeldung",
            "Sie hören bald von uns, schauen Sie solange im Archiv nach.",
            "notice",
        ),
        ("ru", "Спасибо за подписку", "Скоро вы получите наше первое письмо о паромах.", "notice"),
        ("en", "Ferry", "The owner has removed this story or shows it to friends alone.", "notice"),
        ("es", "Lo sentimos", "Usted ha sido bloqueado. Escriba al dueño del sitio para saber por qué.", "notice"),
        ("de", "karrau.example", "Diese Domain steht zum Verkauf, ein Angebot können Sie unten abgeben.", "notice"),
        ("es", "Contenido no disponible", "Puede buscar otras noticias en nuestra portada de hoy.", "notice"),
        ("ru", "Паром", "Сайт временно недоступен. Приносим извинения за неудобства.", "notice"),
        (
            "ja",
            "渡し船",
            "ご迷惑をおかけします。時間をおいて再度お試しください。この度は申し訳ございません。",
            "notice",
        ),
        ("en", "Ferry", "You have read all your free articles for this month. A pass costs two pounds.", "no text"),
        ("fr", "Le bac", "Abonnez-vous pour lire la suite. Un mois coûte deux euros.", "no text"),
        ("zh", "渡船停航", "注册后即可阅读全文，只需一分钟。", "no text"),
        ("fr", "Le bac", "Identifiez-vous avec votre adresse.<input type=password>", "login"),
        ("sv", "Färjan", "Inlägget är låst.<form><input name=post_password type=password></form>", "login"),
    ],
)
def test_stubs_of_many_languages_that_call_themselves_articles(
    language: str, heading: str, text: str, reason: str
) -> None:
    html = (
        f"<html lang={language}><meta charset=utf-8><meta property=og:type content=article><h1>{heading}</h1><p>{text}"
    )
    assert read_page(html.encode(), "https://example.com/news/rain").reason == reason


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Bakım modu", "Sitemizde planlı bir bakım çalışması yapılıyor, birazdan yine buradayız."),
        ("Web server is down Error code 521", "The server is not returning a connection. The page is not displaying."),
        ("You are offline", "It looks like the connection is lost. Check your network."),
        ("Your session has expired", "For your security we have signed you out. Please sign in once more."),
        ("Fatal error: Uncaught Error", "Call to undefined function get_header() in /var/www/html/index.php."),
        ("メンテナンス中です", "ただいまシステムメンテナンスを実施しております。終了まで今しばらくお待ちください。"),
    ],
)
def test_maintenance_is_no_article_in_other_languages(heading: str, text: str) -> None:
    html = page(f"<main><h1>{heading}</h1><p>{text}</p></main>", heading)
    assert read_page(html, "https://www.valleypost.example/a").reason == "notice"


def test_a_headline_that_quotes_a_notice_is_news() -> None:
    html = page(f"<article><h1>“We’ll be back soon”: the bank is sorry</h1><p>{SENTENCE}</p></article>")
    assert read_page(html, "https://www.valleypost.example/a").reason == ""


@pytest.mark.parametrize(
    ("language", "heading", "said"),
    [
        ("is", "Ekki í boði hér", "Þetta efni er aðeins sýnt þeim sem búa á Íslandi. Þú virðist vera annars staðar."),
        ("sq", "Nuk u gjet", "Ajo që kërkoni nuk është më këtu. Kthehuni në krye dhe provoni përsëri më vonë."),
        ("en", "Members of the club", "What you came for is kept for those who hold a card of ours. Ask at the desk."),
    ],
)
def test_a_line_that_says_no_word_of_its_address_stands_in_a_story_s_place(
    language: str, heading: str, said: str
) -> None:
    html = f"<html lang={language}><title>{heading}</title><body><h1>{heading}</h1><p>{said}</p></body></html>".encode()
    assert read_page(html, "https://example.com/2026/quarry-bridge-closed-again").reason == "notice"
    assert read_page(html, "https://example.com/2026/71233.html").article is not None
    assert read_page(html, "https://example.com/2026/71233/bridge").article is not None


def test_the_words_of_a_section_in_an_address_are_no_headline_s() -> None:
    menu = "<nav><a href=/town-hall-notices/>Notices</a></nav>"
    said = "<h1>Ferry stops</h1><p>The ferry rests on Friday, says the pilot, and nobody knows why.</p>"
    html = f"<html lang=en><title>Ferry</title><body>{menu}{said}</body>"
    assert read_page(html.encode(), "https://example.com/town-hall-notices/712.html").article is not None
    without = html.replace(menu, "").encode()
    assert read_page(without, "https://example.com/town-hall-notices/712.html").reason == "notice"


def test_a_short_story_says_a_word_of_its_address() -> None:
    said = "<p>Die Brücke am Steinbruch bleibt bis Freitag geschlossen, sagt der Landkreis.</p>"
    html = f"<html lang=de><title>Zu</title><body><h1>Weiter zu</h1>{said}</body></html>".encode()
    assert read_page(html, "https://example.com/steinbruch-bruecke-gesperrt").article is not None
    said = "<p>Мост у карьера закрыт до пятницы, сообщили в администрации района.</p>"
    html = f"<html lang=ru><title>Мост</title><body><h1>Мост закрыт</h1>{said}</body></html>".encode()
    assert read_page(html, "https://example.com/most-karer-zakryt-snova").article is not None


def test_a_thin_page_without_a_headline_or_a_date_is_none() -> None:
    said = "<p>Please come in by the other door. Whoever is too young for that door goes home and comes again.</p>"
    assert read_page(f"<title></title><body>{said}</body>".encode(), "https://example.com/a").reason == "no text"


@pytest.mark.parametrize("heading", ["Search: harbour", "Søk etter «harbour»"])
def test_a_search_that_found_nothing_is_a_listing(heading: str) -> None:
    html = page(f"<h1>{heading}</h1><p>There is nothing with these words. Try others, or fewer of them.</p>", heading)
    assert read_page(html, "https://example.com/search?q=harbour").reason == "listing"
    assert read_page(html, "https://example.com/harbour-walk").article is not None
