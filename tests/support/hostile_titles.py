# ruff: noqa: E501 - one case a line reads better than a wrapped one
"""Hostile and ordinary titles, and the articles that carry them together with the bodies of tests/support/hostile.py."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from newscrawl.article import Article
from tests.support.hostile import STRINGS, STRUCTURES, forms

YAML = [
    "null", "Null", "~", "true", "True", "yes", "No", "on", "off", "y", "n", "1e3", "1_000", "012", "0x1F", "0o17", "1.10",
    "-1", "+1", ".5", ".inf", ".NaN", "2021", "2021-12-09", "2021-12-09 08:11:24", "12:30:45", "1:2", "=", "<<",
    "- x", "-", "---", "--- x", "...", "? x", ": x", "a: b", "a : b", "a:", ":a", "a # b", "# a", "#a", "a #", "@a", "`a`",
    "%a", "&a", "*a", "!a", "!!str a", "|", ">", "| a", "> a", "{a}", "{a: b}", "[a]", "[a, b]", "a, b", "{", "]", "'", "\"",
    "''", "'a'", "\"a\"", "a'b\"c", "It's \"quoted\"", "\\", "\\n \\t \\x41 \\u0041", "a\\", "\\'", "\"\\\"", "!!python/object:os.system x",
    "!ruby/object:Gem::Installer", "draft: true", "key: [unclosed",
]  # fmt: skip
"""Titles that YAML would turn into something else, or not read."""

MARKUP = [
    "a < b and c > d", "<b>bold</b>", "<script>alert(1)</script>", "</title></h1><script>window.ran=1</script>",
    "x\" onload=\"window.ran=1", "x' onmouseover='window.ran=1", "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>", "AT&T &amp; &lt;b&gt; &#39;", "&", "&copy; &notin; &#x41;",
    "{{ 7*7 }} {% if %}", "{% include 'canary.txt' %}", "<%= 7*7 %>", "${7*7}", "{{< unknown >}}", "*a* _b_ `c` [d](e)", "# a",
    "1. a", "![x](y)", "http://example.com/", "www.example.com", ":smile:", "';window.ran=1;//", "`${window.ran=1}`",
    "--><script>window.ran=1</script>", "javascript:alert(1)", "$& $1 \\1",
    "__hdeferred/d1 __d=", "__ASTRO_IMAGE_=./canary.txt", "HAHAHUGOSHORTCODE0s0HBHB", "constructor", "__proto__",
]  # fmt: skip
"""Titles that a theme or a template would turn into something else."""

SCRIPTS = [
    "五角大楼确认向乌克兰派遣轻武器 排除部署部队", "البنتاغون يؤكد إرسال أسلحة", "Пентагон подтвердил отправку оружия",
    "पेंटागन ने हथियार भेजने की पुष्टि की", "ペンタゴンが武器の派遣を確認", "국방부, 무기 파견 확인", "Το Πεντάγωνο επιβεβαιώνει", "กระทรวงกลาโหมยืนยัน",
    "הפנטגון מאשר משלוח נשק", "Straße, Ærø, İstanbul, ŒUVRE", "e\u0301 and é", "𠮷野家 👩‍👩‍👧‍👦 🇨🇳 \U0001f600", "😀", "长" * 500, "a" * 600,
    "tab\there", "\u202eright to left\u202c", "zero\u200bwidth\u200djoin", "line\u2028separator", "\ufeffbom", "a\u00a0b  c",
    "Z̷̢a̸l̴g̵o̶", "con", "index", "../../../etc/passwd", "a/b\\c", ".hidden", "_index", "CON", "a?b#c%20d",
]  # fmt: skip
"""Titles in several scripts, and such as file names are made of."""

TITLES = YAML + MARKUP + SCRIPTS

ORDINARY = [
    ("Pentagon confirms light arms for Ukraine", "<p>The <b>United States</b> will send arms.</p><p>Biden's \"plan\".</p>"),
    ("五角大楼确认派遣轻武器", "<p>美国宣布将向乌克兰提供轻武器。</p><h3>外交联系</h3><p>根据声明，“他们”表示担忧。</p>"),
    ("البنتاغون يؤكد", "<p dir=\"rtl\">قال المتحدث إن الأسلحة ستصل.</p><blockquote><p>نص</p></blockquote>"),
    ("Pressekonferenz: „Wir prüfen das“", "<p>Das sagte er – am Montag – in Köln.</p><ul><li>eins</li><li>zwei</li></ul>"),
    ("Le ministre l'a confirmé", "<p>« Oui », a-t-il dit.</p><figure><img src=\"https://example.com/a.jpg\" alt=\"photo\">"
     "<figcaption>Une légende</figcaption></figure>"),
    ("Пентагон подтвердил", "<p>Об этом сообщил представитель.</p><p><a href=\"https://example.com/1\">Подробнее</a></p>"),
    ("国防総省が確認", "<p>発表した。</p><table><tbody><tr><td>一</td><td>二</td></tr></tbody></table>"),
    ("Pentágono confirma envío", "<p>«Sí», dijo.</p><ol><li>uno</li><li>dos</li></ol><hr><p>fin</p>"),
]  # fmt: skip

NEEDLES = ("categories 新闻", "C#", "a/b", "a: b", "2021", "null", "x\" onload=\"window.ran=1", "{{ 7*7 }}", "<b>bold</b>", "'",
           "constructor", "__proto__")  # fmt: skip
"""Category names, one a post in turn."""


@dataclass(frozen=True)
class Case:
    """An article, and the body that its readers must get."""

    article: Article
    expected: str


def cases() -> list[Case]:
    """One case for each body, with all the titles among them; more than there are bodies where there are more titles."""
    bodies = [(body, body) for _, body in ORDINARY]
    bodies += [(forms(text), forms(text)) for text in STRINGS]
    bodies += [(body, body if expected is None else expected) for body, expected in STRUCTURES]
    titles = [title for title, _ in ORDINARY] + TITLES
    count = max(len(bodies), len(titles))
    return [_case(n, titles[n % len(titles)], *bodies[n % len(bodies)]) for n in range(count)]


def _case(n: int, title: str, body: str, expected: str) -> Case:
    # Some with a zone of their own, so that an hour's or a day's shift shows.
    zone = (UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-5, minutes=-30)))[n % 3]
    article = Article(
        url=f"https://example.com/news/{n}",
        title=title,
        published=datetime(2021, 12, 1 + n % 28, n % 24, 11, 24, tzinfo=zone),
        updated=datetime(2022, 1, 2, 3, 4, 5, tzinfo=UTC) if n % 4 == 0 else None,
        categories=["新媒体", NEEDLES[n % len(NEEDLES)]] if n % 5 else [],
        tags=["tag", NEEDLES[-n % len(NEEDLES)]],
        authors=["Jane O'Neil", 'x" onload="window.ran=1'] if n % 2 else [],
        publisher="Example {{ 7*7 }}",
        description=title,
        image="https://example.com/lead.jpg?a='b\"c{d}" if n % 3 else "",
        image_alt=title,
        image_caption='caption: "x" {{% unknown %}} {{< unknown >}}',
        language="zh-CN" if n % 2 else "en",
        body=body,
    )
    return Case(article, expected)
