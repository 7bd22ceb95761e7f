"""File names, options and advice: what a user chooses about posts, and what he is told."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.article import Article
from newscrawl.posts import Post, PostOptions, check_options, folded, free_name, options_from, site_warnings, write_post
from tests.unit.posts.test_formats import ARTICLE

# ---- names

NAMES = {
    "{date}-{slug}": "2021-12-09-五角大楼确认向乌克兰派遣轻武器-排除部署部队.md",
    "{year}/{month}/{day}-{hash}": "2021/12/09-8b0e31eb.md",
    "{categories}/{hash}": "新媒体/Aljazeera 半岛网/新闻/8b0e31eb.md",
    "{date} {title}": "2021-12-09 五角大楼确认向乌克兰派遣轻武器 排除部署部队.md",
    "{date}-{ascii}-{hash}": "2021-12-09-8b0e31eb.md",
    "{section}/{time}-{id}": "news/161124-8b0e31eb.md",
}


@pytest.mark.parametrize("template", NAMES)
def test_names_follow_the_template(template: str) -> None:
    check_options("hexo", PostOptions(name=template))
    assert write_post(ARTICLE, "hexo", PostOptions(name=template)).name == NAMES[template]


def test_hugo_can_have_page_bundles_and_html() -> None:
    assert write_post(ARTICLE, "hugo", PostOptions(name="{date}-{hash}/index")).name == "2021-12-09-8b0e31eb/index.md"
    assert write_post(ARTICLE, "hugo", PostOptions(name="{hash}.html")).name == "8b0e31eb.html"
    assert write_post(ARTICLE, "jekyll").name.endswith(".html")
    assert write_post(ARTICLE, "jekyll", PostOptions(body="markdown")).name.endswith(".md")


def name(title: str, template: str = "{slug}", **changes: Any) -> str:
    return write_post(replace(ARTICLE, title=title, **changes), "hexo", PostOptions(name=template)).name


def test_names_keep_letters_and_marks_of_every_script() -> None:
    assert name("हिन्दी में") == "हिन्दी-में.md"
    assert name("Straße & Ærø's É") == "straße-ærøs-é.md"
    assert name("😀") == "8b0e31eb.md"
    assert name("e\u0301") == name("\u00e9") == "\u00e9.md"


def test_names_that_systems_or_generators_take_for_something_else_are_avoided() -> None:
    for title in ("con", "NUL", "com1", "index", "readme", "404", "lpt9"):
        assert name(title) == f"{title.lower()}-post.md"
    assert name("../../etc/passwd") == "etc-passwd.md"
    assert name("..", "{title}") == "8b0e31eb.md"
    assert name("Version 2.de", "{title}") == "Version 2-de.md"
    assert name(".hidden", "{title}") == "hidden.md"
    assert name("x", "{categories}/{slug}", categories=["..", "/etc", "_drafts", "con"]) == "etc/drafts/con-post/x.md"


@settings(max_examples=100)
@given(st.text(), st.lists(st.text(), max_size=3), st.sampled_from([*NAMES, "{slug}", "{title}", "{id}"]))
def test_no_title_leaves_the_folder_or_is_too_long(title: str, categories: list[str], template: str) -> None:
    got = write_post(
        replace(ARTICLE, title=title, categories=categories, site_id=title), "hexo", PostOptions(name=template)
    ).name
    parts = got.split("/")
    assert all(part not in ("", ".", "..") and len(part.encode()) <= 200 and part[0] not in "._ " for part in parts)
    assert not set('<>:"\\|?*\0\n') & set(got)


def test_long_names_are_cut_at_a_character() -> None:
    assert name("长" * 500) == "长" * 60 + ".md"
    assert name("a" + "e\u0323\u0301" * 300).removesuffix(".md").endswith("\u1eb9\u0301")


def test_names_that_a_file_system_takes_for_one_are_told_apart() -> None:
    taken: set[str] = set()
    for n, title in enumerate(("Straße", "STRASSE", "strasse", "e\u0301", "\u00c9", "a", "A", "ａ")):
        post = Post(f"{title}.md", "")
        got = free_name(post, f"https://e.example/{n}", taken.__contains__)
        assert folded(got) not in taken
        taken.add(folded(got))
    assert free_name(Post("new.md", ""), "u", taken.__contains__) == "new.md"


def test_an_index_is_told_apart_by_its_folder() -> None:
    got = free_name(Post("a/index.md", ""), "https://e.example/", {"a/index.md"}.__contains__)
    assert got.startswith("a-") and got.endswith("/index.md")


def test_jekyll_posts_of_neighbouring_days_are_told_apart_because_the_site_counts_days_in_its_own_zone() -> None:
    post = write_post(replace(ARTICLE, title="a"), "jekyll")
    assert free_name(post, ARTICLE.url, {"2021-12-08-a.html"}.__contains__) == "2021-12-09-a-8b0e31eb.html"
    assert free_name(post, ARTICLE.url, {"2021-12-07-a.html"}.__contains__) == "2021-12-09-a.html"


# ---- options

WRONG = {
    "POST_FORMAT": ("word", "POST_FORMAT 'word' is not known; known are hexo, hugo"),
    "POST_BODY": ("text", "POST_BODY 'text' is not known; known are html, markdown"),
    "POST_TITLES": ("raw", "known are safe, exact"),
    "POST_TIMEZONE": ("Beijing", "POST_TIMEZONE 'Beijing' is no time zone"),
    "POST_FIELDS": ("comments", "POST_FIELDS 'comments': write \"-key\" to drop"),
    "POST_NAME": ("{slig}", "{slig} is not known; known are {date}"),
}


@pytest.mark.parametrize("setting", WRONG)
def test_a_wrong_choice_gets_one_clear_line(setting: str) -> None:
    value, message = WRONG[setting]
    with pytest.raises(ValueError) as error:
        options_from({setting: value})
    assert message in str(error.value) and "\n" not in str(error.value)


NO_NAMES = "../{slug} /{slug} {date} _{slug} a//{slug} {slug {slug!r} {slug.x} {} a\\{slug} {slug}:x".split()


@pytest.mark.parametrize("template", NO_NAMES)
def test_a_template_that_cannot_name_posts_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match="POST_NAME"):
        options_from({"POST_NAME": template})


def test_jekyll_overlooks_posts_without_a_date_in_their_names() -> None:
    with pytest.raises(ValueError, match="jekyll overlooks posts"):
        options_from({"POST_FORMAT": "jekyll", "POST_NAME": "{slug}"})


@pytest.mark.parametrize("change", ["-disableNunjucks", "disableNunjucks=false", "disableNunjucks:x"])
def test_the_lock_stays_where_markdown_needs_it(change: str) -> None:
    with pytest.raises(ValueError, match="disableNunjucks keeps pages from running commands"):
        options_from({"POST_BODY": "markdown", "POST_FIELDS": change})
    options_from({"POST_FIELDS": change})


def test_several_formats_and_lists_as_text() -> None:
    asked = {"POST_FORMAT": "hexo, hugo", "POST_FIELDS": "-tags,a=b", "POST_IMAGE_KEYS": "cover"}
    formats, options = options_from(asked)
    assert (formats, options.fields, options.image_keys) == (["hexo", "hugo"], ("-tags", "a=b"), ("cover",))
    assert options_from({}) == (["hexo"], PostOptions())


# ---- advice


def site(folder: Path, name: str, text: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)
    return folder / "content/posts/example"


def test_the_owner_of_a_hugo_site_is_told_that_it_drops_html(tmp_path: Path) -> None:
    posts = site(tmp_path, "hugo.toml", "title = 'x'\n")
    (line,) = site_warnings("hugo", PostOptions(), posts)
    assert "unsafe = true" in line and str(tmp_path / "hugo.toml") in line
    assert site_warnings("hugo", PostOptions(body="markdown"), posts) == []


@pytest.mark.parametrize(("name", "text"), [("hugo.toml", "[markup.goldmark.renderer]\nunsafe = true"),
                                            ("config/_default/markup.yaml", "goldmark: {renderer: {unsafe: true}}"),
                                            ("config.json", '{"unsafe": true}')])  # fmt: skip
def test_a_hugo_site_that_shows_html_needs_no_advice(tmp_path: Path, name: str, text: str) -> None:
    assert site_warnings("hugo", PostOptions(), site(tmp_path, name, text)) == []


def test_the_owner_of_a_hexo_site_is_told_of_its_zone(tmp_path: Path) -> None:
    posts = site(tmp_path, "_config.yml", "title: x\ntimezone: Asia/Shanghai\n")
    assert "POST_TIMEZONE=Asia/Shanghai" in site_warnings("hexo", PostOptions(), posts)[0]
    assert site_warnings("hexo", PostOptions(timezone="Asia/Shanghai"), posts) == []
    assert site_warnings("hexo", PostOptions(), site(tmp_path, "_config.yml", "timezone: ''\n")) == []


def test_the_owner_of_a_hexo_site_is_told_of_its_theme(tmp_path: Path) -> None:
    posts = site(tmp_path, "_config.yml", "title: x\ntheme: butterfly\n")
    (line,) = site_warnings("hexo", PostOptions(), posts)
    assert "-s POST_THEME=butterfly" in line
    assert site_warnings("hexo", PostOptions(theme="fluid"), posts) == []
    assert site_warnings("hexo", PostOptions(), site(tmp_path, "_config.yml", "theme: my-own\n")) == []


def test_each_format_takes_its_own_theme_of_several() -> None:
    article = Article(url="https://e.com/a", title="A", image="https://e.com/a.png")
    formats, options = options_from({"POST_FORMAT": "hexo,hugo,zola", "POST_THEME": "Fluid, PaperMod"})
    posts = {name: write_post(article, name, options).text for name in formats}
    assert "index_img:" in posts["hexo"] and "cover:" in posts["hugo"] and "image:" in posts["zola"]
    with pytest.raises(ValueError, match="POST_THEME 'minima' is not known; known are landscape"):
        options_from({"POST_FORMAT": "hexo,hugo", "POST_THEME": "fluid,minima"})


def test_hexos_own_theme_has_no_tags_but_those_that_are_asked_for() -> None:
    tags = [f"tag-{n}" for n in range(20)]
    article = Article(url="https://e.com/a", title="A", text=" ".join(tags), tags=tags)
    for theme, said, count in (("", "", 0), ("landscape", "", 0), ("landscape", "3", 3), ("fluid", "", 8)):
        _, options = options_from({"POST_THEME": theme, "POST_TAGS": said})
        assert write_post(article, "hexo", options).text.count("- 'tag-") == count
    assert write_post(article, "hugo", PostOptions()).text.count("- 'tag-") == 8


def test_the_owner_of_a_zola_site_is_told_of_taxonomies(tmp_path: Path) -> None:
    posts = site(tmp_path, "zola.toml", 'taxonomies = [{name = "tags"}]')
    assert 'taxonomies = [{name = "categories"}]' in site_warnings("zola", PostOptions(), posts)[0]
    assert site_warnings("eleventy", PostOptions(), posts) == []
