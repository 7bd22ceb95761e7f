"""Posts: front matter, names and options, as the generators' own users would have them."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.article import Article
from newscrawl.posts import FORMATS, PostOptions, check_options, placeholders, site_config, write_post
from newscrawl.posts.front_matter import front_matter
from newscrawl.posts.tags import ALL
from tests.support.hostile_titles import TITLES, cases
from tests.support.rendered import same_text

YAML_FORMATS = sorted(FORMATS.keys() - {"pelican"})
REFERENCE = Path(__file__).resolve().parents[2] / "generators/reference/post-2021-12-09.md"
ARTICLE = Article(
    url="https://chinese.example/news/2021/12/9/a",
    title="五角大楼确认向乌克兰派遣轻武器 排除部署部队",
    published=datetime(2021, 12, 9, 16, 11, 24, tzinfo=timezone(timedelta(hours=8))),
    categories=["新媒体", "Aljazeera 半岛网", "新闻"],
    image="https://chinese.aljazeera.net/wp-content/uploads/2021/12/image-90.jpg?w=770&resize=770%2C433",
    publisher="Aljazeera 半岛网",
    body="<p>美国宣布</p>",
)


def front(article: Article, format: str = "hexo", **options: Any) -> dict[str, Any]:
    text = write_post(article, format, PostOptions(**options)).text
    assert text.startswith("---\n")
    said: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return said


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_what_its_site_must_have_in_its_settings(format: str) -> None:
    assert site_config(format, PostOptions()).endswith("\n")


def test_the_script_that_a_hexo_site_is_given_is_its_last_line() -> None:
    last = site_config("hexo", PostOptions()).splitlines()[-1]
    assert last.startswith('# hexo.extend.injector.register("head_end", "<style>h1,') and last.endswith('</style>");')


def test_hexo_has_the_keys_of_the_reference_in_their_order_and_with_their_values() -> None:
    wanted = yaml.safe_load(REFERENCE.read_text(encoding="utf-8").split("---\n")[1])
    got = front(ARTICLE)
    assert list(got)[: len(wanted)] == list(wanted)
    assert {key: got[key] for key in wanted} == wanted
    assert {key: type(got[key]) for key in wanted} == {key: type(value) for key, value in wanted.items()}


def test_hexo_has_what_the_reference_lacks_behind_it() -> None:
    known = replace(ARTICLE, authors=["Jane"], tags=["a"], language="zh", description="d")
    got = front(replace(known, updated=datetime(2021, 12, 10, tzinfo=UTC)), tags=1)
    assert got["updated"] == "Fri, 10 Dec 2021 00:00:00 GMT"
    assert got["source_url"] == ARTICLE.url
    assert (got["lang"], got["description"], got["tags"], got["authors"]) == ("zh-CN", "d", ["a"], ["Jane"])
    assert got["disableNunjucks"] is True
    assert got["author"] == "Aljazeera 半岛网"


def test_an_update_that_is_no_later_is_not_written() -> None:
    assert "updated" not in front(replace(ARTICLE, updated=ARTICLE.published), "eleventy")


def test_hexo_is_told_an_update_always_for_it_shows_the_files_time_else() -> None:
    got = front(replace(ARTICLE, updated=ARTICLE.published))
    assert got["updated"] == got["date"]
    assert "updated" not in front(replace(ARTICLE, published=None))


@pytest.mark.parametrize(
    ("facts", "instant"),
    [
        ({}, "2021-12-09T12:00:00+00:00"),
        ({"retrieved": datetime(2021, 12, 9, 3, tzinfo=UTC)}, "2021-12-09T03:00:00+00:00"),
        ({"retrieved": datetime(2021, 12, 24, 3, tzinfo=UTC)}, "2021-12-09T12:00:00+00:00"),
        ({"updated": datetime(2021, 12, 9, 5, tzinfo=UTC)}, "2021-12-09T05:00:00+00:00"),
    ],
)
def test_a_day_is_its_noon_but_never_later_than_what_came_after(facts: dict[str, Any], instant: str) -> None:
    midnight = datetime(2021, 12, 9, tzinfo=timezone(timedelta(hours=8)))
    day = replace(ARTICLE, published=midnight, published_precision="day", **facts)
    assert front(day, "hugo")["date"] == instant


def test_no_key_is_one_that_the_generator_overwrites() -> None:
    known = replace(ARTICLE, authors=["Jane"], tags=["a"], language="zh", description="d", image_credit="AFP")
    for name, form in FORMATS.items():
        assert not form.reserved & {key.lower() for key in form.fields(known, PostOptions())}, name
    with pytest.raises(ValueError, match="overwrites 'source'"):
        check_options("hexo", PostOptions(fields=("source_url:source",)))


def test_tags_that_the_title_and_the_text_speak_of_stay() -> None:
    article = replace(ARTICLE, title="A b", text="about f", categories=["X"], tags=["x", *"cdefgb"])
    assert front(article, tags=2)["tags"] == ["f", "b"]
    assert front(article, tags=ALL)["tags"] == list("cdefgb")
    assert "tags" not in front(article, tags=0)


def test_few_tags_stay_that_the_article_does_not_name_and_none_of_many_where_it_names_none() -> None:
    article = replace(
        ARTICLE,
        title="Donald Trump in Cosmopolis",
        text="特朗普在北京。",
        tags=["os", *"cdefg", "donald-trump", "北京"],
    )
    assert front(article, tags=8)["tags"] == ["os", "c", "d", "donald-trump", "北京"]
    assert "tags" not in front(replace(article, tags=["os", *"cdefgh"]), tags=8)


def test_a_tag_says_something_new_and_says_it_once() -> None:
    article = replace(ARTICLE, authors=["Ann Lee"], publisher="Valley Post", title="C C++ JPMorgan")
    tags = ["ann lee", "Valley Post", "JP Morgan", "JPMorgan", "C", "C++", "c"]
    assert front(replace(article, tags=tags), tags=8)["tags"] == ["JP Morgan", "C", "C＋＋"]


def test_a_caption_stands_below_the_picture_with_its_credit_and_is_no_markdown() -> None:
    article = replace(ARTICLE, image_caption='<i onclick="ran()">[a](javascript:ran())', image_credit="Ann")
    said = "＜i onclick=”ran()”＞[a]\u2060(javascript:ran()) (Ann)"
    assert front(article, "hugo", theme="papermod", titles="exact")["cover"]["caption"] == said
    assert front(article, "jekyll", theme="chirpy")["image"] == {
        "path": ARTICLE.image,
        "alt": said.replace("\u2060", ""),
    }


def test_doks_shows_who_wrote_it_and_a_line_above_the_text_that_does_not_say_the_same() -> None:
    article = replace(ARTICLE, authors=["Ann %20 Lee"], description='<i onclick="ran()">[a](b)', text="First.")
    got = front(article, "hugo", theme="doks", titles="exact")
    # Hugo reads the summary as Markdown, Doks' lists print it as HTML, and it makes an address of a contributor.
    assert (got["contributors"], got["summary"]) == (["Ann ％20 Lee"], "＜i onclick=”ran()”＞[a]\u2060(b)")
    assert "summary" not in front(replace(article, description="First."), "hugo", theme="doks")
    assert front(replace(article, description=""), "hugo")["summary"] == "First."


@pytest.mark.parametrize("format", ["hexo", "jekyll"])
def test_an_excerpt_is_the_standfirst_or_the_first_paragraph_and_never_markup_of_the_page(format: str) -> None:
    article = replace(ARTICLE, text="First.\nSecond.", description="")
    assert front(article, format)["excerpt"] == "<p>First.</p>"
    assert front(replace(article, description="<b>d"), format, titles="exact")["excerpt"] == "<p>＜b＞d</p>"


def test_a_theme_by_name_has_its_keys_and_the_image_where_it_is_seen() -> None:
    landscape = write_post(ARTICLE, "hexo", PostOptions(theme="landscape")).text
    assert f'<img src="{ARTICLE.image.replace("&", "&amp;")}" alt=""' in landscape.partition("<figure style=")[2][:200]
    with_it = replace(ARTICLE, body=f'<p>a</p><img src="{ARTICLE.image.partition("?")[0]}">')
    assert write_post(with_it, "hexo", PostOptions(theme="landscape")).text.count("<img") == 1
    assert front(with_it, "hugo", theme="papermod")["cover"]["hiddenInSingle"] is True
    captioned = "<figure><img src='https://e.com/b.png'><figcaption>The river at the mill</figcaption></figure>"
    other = replace(ARTICLE, body=captioned, image_caption="The river at the mill")
    assert write_post(other, "hexo", PostOptions(theme="landscape")).text.count("<img") == 1
    another = replace(other, image_caption="The mill")
    assert write_post(another, "hexo", PostOptions(theme="landscape")).text.count("<img") == 2
    assert "hiddenInSingle" not in front(ARTICLE, "hugo", theme="papermod")["cover"]
    assert front(ARTICLE, theme="fluid")["index_img"] == ARTICLE.image
    credited = write_post(replace(ARTICLE, image_credit="Ann"), "hexo", PostOptions(theme="volantis")).text
    assert (credited.count("<img"), "headimg" in credited, "(Ann)</figcaption>" in credited) == (1, False, True)
    assert (front(ARTICLE, theme="volantis")["headimg"], ARTICLE.image_caption) == (ARTICLE.image, "")
    assert "<img" not in write_post(ARTICLE, "hexo", PostOptions(theme="landscape", lead_image="keys")).text
    assert "<img" not in write_post(ARTICLE).text


@pytest.mark.parametrize(
    "attributes", ["", ' class="wp-caption-text"', ' id="caption-attachment-1" class="wp-caption-text"']
)
def test_fluid_shows_captions_of_its_class_alone(attributes: str) -> None:
    body = f'<figure><img src="https://e.example/a.png"><figcaption{attributes}>c</figcaption></figure>'
    text = write_post(replace(ARTICLE, body=body), "hexo", PostOptions(theme="fluid")).text
    caption = re.search("<figcaption[^>]*>", text)
    assert caption and caption[0].count("class=") == 1 and "image-caption" in caption[0]


def test_the_source_line_links_to_the_article_and_is_text() -> None:
    article = replace(ARTICLE, publisher="<b>A & B", url="https://e.example/?a=1&b=2")
    text = write_post(article, "hexo", PostOptions(source_line="Quelle: {publisher}, {date}")).text
    line = text.splitlines()[-2]
    assert line.startswith('<p>Quelle: <a href="https://e.example/?a=1&amp;b=2" rel="noopener nofollow">')
    assert line.endswith('&lt;b&gt;A &amp; B</a>, <time datetime="2021-12-09">2021-12-09</time></p>')
    with pytest.raises(ValueError, match="POST_SOURCE_LINE"):
        check_options("hexo", PostOptions(source_line="{nobody}"))


def test_a_date_that_no_article_has_is_none() -> None:
    assert "date" not in front(replace(ARTICLE, published=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=8)))))


def test_without_an_image_the_keys_of_hexo_are_empty() -> None:
    got = front(replace(ARTICLE, image=""))
    assert (got["headimg"], got["thumbnail"]) == ("", "")


def test_without_a_date_none_is_made_up() -> None:
    for form in YAML_FORMATS:
        assert not {"date", "pubDate"} & front(replace(ARTICLE, published=None), form).keys()


@pytest.mark.parametrize("form", ["hexo", "obsidian", "zola"])
def test_every_title_is_read_back_as_text(form: str) -> None:
    for title in TITLES:
        got = front(replace(ARTICLE, title=title, description=title), form)
        assert isinstance(got["title"], str) and same_text(title, got["title"]), title
        # But for a generator's own mark, which ends its build.
        exact = placeholders.IN_PAGES.sub("＿", title.strip())
        assert front(replace(ARTICLE, title=title), form, titles="exact")["title"] == exact


def _bare(text: str) -> str:
    """Without blanks, and without the characters that no post can carry."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]", "", text)


@settings(max_examples=75)
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_one_quoted_line_that_yaml_reads_back(text: str) -> None:
    post = write_post(replace(ARTICLE, title=text, publisher=text), "hexo", PostOptions(titles="exact")).text
    shown = yaml.safe_load(post.split("\n---\n")[0][4:])["title"]
    assert _bare(shown) == _bare("".join(c for c in text if ord(c) & 0xFFFE != 0xFFFE))
    assert post.split("\n")[1].startswith(("title: '", 'title: "'))


def test_unicode_stays_readable_and_lines_are_not_folded() -> None:
    title = "长标题 " * 80 + "😀𠮷"
    assert f"title: '{title}'" in write_post(replace(ARTICLE, title=title)).text


class Quoted(str):
    """Text that PyYAML is asked to quote."""


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def quoted(dumper: Dumper, text: Quoted) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="'")


Dumper.add_representer(Quoted, quoted)
# Without what YAML calls a line break: PyYAML folds text at one, newscrawl keeps to one line.
BREAKS = "\n\r\x85\u2028\u2029"
ONE_LINERS = [title for title in TITLES if not set(BREAKS) & set(title)]
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=BREAKS)) | st.sampled_from(ONE_LINERS)


@settings(max_examples=100)
@given(TEXTS, st.lists(TEXTS, max_size=3), st.booleans(), st.integers())
def test_front_matter_is_written_as_pyyaml_writes_it(text: str, items: list[str], yes: bool, number: int) -> None:
    nested: dict[str, Any] = {"a": text, "b": {"c": items}}
    ours = front_matter({"title": text, "list": items, "yes": yes, "number": number, "in": nested})
    listed = [Quoted(item) for item in items]
    theirs = {"title": Quoted(text), "list": listed, "yes": yes, "number": number,
              "in": {"a": Quoted(text), "b": {"c": listed}}}  # fmt: skip
    assert ours == f"---\n{yaml.dump(theirs, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=2**31)}---\n"


def test_text_with_the_makings_of_an_attack_gets_look_alikes_and_other_text_none() -> None:
    assert front(replace(ARTICLE, title='x" onload="alert(9)'))["title"] == "x” onload=”alert(9)"
    assert front(replace(ARTICLE, title="<b>it's</b>"))["title"] == "＜b＞it’s＜/b＞"
    assert front(replace(ARTICLE, title='It\'s "quoted" & fine'))["title"] == 'It\'s "quoted" & fine'
    assert front(replace(ARTICLE, title="<b>"), titles="exact")["title"] == "<b>"


@pytest.mark.parametrize(("language", "locale"), [("zh-Hans", "zh_CN"), ("fr", "fr"), ("", "")])
def test_hugo_says_og_locale_as_other_sites_read_it(language: str, locale: str) -> None:
    assert front(replace(ARTICLE, language=language), "hugo").get("locale", "") == locale


@pytest.mark.parametrize(("form", "key"), [("hexo", "author"), ("hugo", "author"), ("jekyll", "author")])
def test_who_wrote_it_is_the_host_where_nobody_is_named(form: str, key: str) -> None:
    """And not "site", the name of the spider that crawls any site."""
    nobody = replace(ARTICLE, url="https://www.example.com/a", authors=[], publisher="", site="site")
    assert front(nobody, form)[key] in ("example.com", ["example.com"])


@pytest.mark.parametrize(
    ("language", "begin"),
    [
        ("ar", '<div dir="rtl">\n<p>'),
        ("he-IL", '<div dir="rtl">\n<p>'),
        ("zh-Hans", "<div>\n<p>"),
        ("", '<div dir="rtl">\n<p>'),
    ],
)
def test_what_is_written_from_right_to_left_is_so_in_a_site_that_is_not(language: str, begin: str) -> None:
    text = write_post(replace(ARTICLE, body="<p>نص</p>", language=language), "hexo").text
    assert text.partition("---\n\n")[2].startswith(begin)


@pytest.mark.parametrize(("language", "direction"), [("ar", ' dir="ltr"'), ("fa", ' dir="ltr"'), ("en", "")])
def test_code_is_read_from_the_left_in_a_text_from_the_right(language: str, direction: str) -> None:
    body = '<p>نص <code>a[1] = b</code> و<kbd dir="rtl">ا</kbd></p><pre><code class="lang-c">if (a) b;</code></pre>'
    text = write_post(replace(ARTICLE, body=body, language=language), "hugo").text
    assert f"<code{direction}>a[1] = b</code>" in text and '<kbd dir="rtl">' in text
    assert re.search(f'<pre{direction}[^>]*><code{direction} class="lang-c">', text)


def test_long_lines_of_code_scroll_whatever_a_site_says_of_them() -> None:
    article = replace(ARTICLE, body='<pre class="lang-c">a</pre>')
    assert '<pre class="lang-c" style="overflow-x:auto">a</pre>' in write_post(article).text


def test_addresses_cannot_end_an_attribute() -> None:
    got = front(replace(ARTICLE, image="https://e.example/a'b\"c<d>e f`g{h}\\(i)"))
    assert got["headimg"] == "https://e.example/a%27b%22c%3Cd%3Ee%20f%60g%7Bh%7D%5C%28i%29"
    assert front(replace(ARTICLE, image="javascript:alert(1)"))["headimg"] == ""


def test_categories_are_text_none_twice_none_empty_none_longer_than_a_folder_may_be() -> None:
    got = front(replace(ARTICLE, categories=["a", "A", " ", "'", "null", "长" * 100, "C#"]))
    assert got["categories"] == ["a", "null", "长" * 33, "C＃"]


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_dates_are_the_same_instant_in_every_format(form: str) -> None:
    text = write_post(ARTICLE, form).text
    wanted = "Thu, 09 Dec 2021 08:11:24 GMT" if form == "hexo" else "2021-12-09T16:11:24+08:00"
    assert wanted in text


def test_hexo_writes_the_wall_clock_of_a_site_that_sets_its_zone() -> None:
    assert front(ARTICLE, timezone="Asia/Tokyo")["date"] == "2021-12-09 17:11:24"
    assert ZoneInfo("Asia/Tokyo")


THEMES = {
    ("hexo", "butterfly"): ("cover",),
    ("hexo", "next"): ("photos",),
    ("hugo", ""): ("cover",),
    ("hugo", "stack"): ("image",),
    ("jekyll", ""): ("header",),
    ("jekyll", "chirpy"): ("image",),
    ("astro", ""): ("heroImage",),
    ("obsidian", ""): ("cover",),
    ("eleventy", "banner"): ("banner",),
}


@pytest.mark.parametrize(("form", "theme"), THEMES, ids=lambda value: value or "default")
def test_the_image_stands_under_the_keys_of_the_theme(form: str, theme: str) -> None:
    got = front(ARTICLE, form, image_keys=(theme,) if theme else ())
    for key in THEMES[form, theme]:
        assert ARTICLE.image in str(got[key])
    assert ("headimg" in got) == ((form, theme) == ("hexo", ""))


def test_fields_are_dropped_renamed_and_added() -> None:
    changes = ("-comments", "headimg:cover", "layout=post", "sticky=5", "top=true", "credit={image_credit} / {site}")
    got = front(replace(ARTICLE, image_credit="AFP", site="aljazeera"), fields=changes)
    assert list(got)[:4] == ["title", "categories", "cover", "author"]
    assert "comments" not in got
    assert (got["layout"], got["sticky"], got["top"], got["credit"]) == ("post", 5, True, "AFP / aljazeera")


def test_an_added_field_is_as_safe_as_the_others() -> None:
    got = front(replace(ARTICLE, image_caption='x" onload="y'), fields=("caption={image_caption}",))
    assert got["caption"] == "x” onload=”y"
    got = front(replace(ARTICLE, image="https://e.example/a?b='c'"), fields=("og={image}",))
    assert got["og"] == "https://e.example/a?b=%27c%27"


# ---- bodies


def test_a_hostile_article_is_safe_in_every_format() -> None:
    article = replace(ARTICLE, body='<p onclick="x">a</p><script>alert(1)</script><a href="javascript:x">b</a>')
    for form in FORMATS:
        text = write_post(article, form).text
        assert "onclick" not in text and "javascript" not in text and "alert" not in text


def test_no_line_of_a_body_is_blank_or_begins_with_text() -> None:
    for case in cases():
        body = write_post(case.article).text.split("\n---\n\n", 1)[1]
        lines = body.removesuffix("\n").split("\n")
        assert lines[0].startswith("<div") and lines[-1] == "</div>"
        assert all(line.startswith("<") for line in lines)
        assert not set("{}|\t\ufffc") & set(body)


ANY = st.text(st.characters(exclude_categories=()))  # lone surrogates too
ZONES = [UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))]
MOMENT = st.none() | st.datetimes(timezones=st.sampled_from(ZONES))


@settings(max_examples=100)
@given(st.builds(Article, url=ANY, title=ANY, body=ANY, image=ANY, publisher=ANY, authors=st.lists(ANY),
                 categories=st.lists(ANY), tags=st.lists(ANY), description=ANY, language=ANY, site_id=ANY,
                 image_alt=ANY, published=MOMENT, updated=MOMENT), st.sampled_from(sorted(FORMATS)))  # fmt: skip
def test_no_article_makes_writing_fail(article: Article, form: str) -> None:
    post = write_post(article, form)
    post.text.encode()
    post.name.encode()


def test_the_excerpt_of_a_text_from_the_right_runs_so_in_lists_of_posts() -> None:
    arabic = replace(ARTICLE, description="ارتفع النهر عند الفجر")
    assert front(arabic)["excerpt"] == f'<p dir="rtl">{arabic.description}</p>'
    assert front(replace(ARTICLE, description="The river rose"))["excerpt"] == "<p>The river rose</p>"
