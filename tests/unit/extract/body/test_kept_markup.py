"""Markup that a page keeps as text, and the boxes of consent tools around what they hold back."""

import json
from base64 import b64encode
from collections.abc import Callable
from html import escape
from urllib.parse import quote

import pytest

from newscrawl.extract.body.kept_markup import kept_markup
from tests.support.bodies import TEXT, among, body_of, left_over
from tests.support.growth import in_proportion

FRAME = '<iframe title="Rain" width="640" src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe>'
POST = (
    '<blockquote class="twitter-tweet"><p lang="en">It rains at <b>last</b>.<br>All day.</p>&mdash; Ann (@ann) '
    '<a href="https://twitter.com/ann/status/1764553322110099887?ref_src=x">4 March</a></blockquote>'
)
LINK = '<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">YouTube</a></figure>'


def _in_base64(markup: str) -> str:
    return b64encode(markup.encode()).decode()


def _in_json(markup: str) -> str:
    return json.dumps({"embed": escape(markup)}).replace("/", "\\/")


HIDES: dict[str, Callable[[str], str]] = {
    "plain": str,
    "entities": escape,
    "percent": lambda markup: quote(markup, safe=""),
    "base64": _in_base64,
    "json": _in_json,
    "json in a string": lambda markup: _in_json(markup).replace("\\", "\\\\").replace('"', '\\"'),
    "signs in json": lambda markup: json.dumps(markup).replace("<", "\\u003C").replace(">", "\\u003e"),
}


@pytest.mark.parametrize("hide", HIDES.values(), ids=HIDES)
@pytest.mark.parametrize("holder", ['<div class="held" data-x="{}"></div>', "<script>var held = {};</script>"])
def test_what_is_kept_as_text_is_shown_as_if_it_were_there(hide: Callable[[str], str], holder: str) -> None:
    is_script = holder.startswith("<script")
    for markup, says in ((FRAME, "watch?v=dQw4w9WgXcQ"), (POST, "<p>All day.</p>")):
        kept = hide(markup + " " * 150)
        if is_script and kept.startswith("PG"):
            continue  # a script of base64 alone does not run
        assert says in left_over(holder.format(kept if is_script else escape(kept)))


def test_a_script_that_does_not_run_may_be_nothing_but_base64() -> None:
    html = f'<div class="held"><script type="text/template"> {_in_base64(POST)} </script></div>'
    assert "It rains at" in left_over(html)


def test_a_kept_post_is_as_clean_as_any() -> None:
    evil = POST.replace("<b>", "<b onclick='x()'><a href='javascript:x()'>!</a><script>x()</script>")
    html = left_over(f'<div data-held="{escape(evil)}"></div>')
    assert "It rains" in html
    assert not any(sign in html for sign in ("onclick", "javascript:", "<script"))
    frame = escape('<iframe src="javascript:alert(1)"></iframe><iframe src="data:text/html,x"></iframe>')
    assert left_over(f'<div data-held="{frame}"></div>') == ""


@pytest.mark.parametrize(
    "script",
    [
        'document.write(\'<iframe src="https://ads.example/zone?id=12" width="300"></iframe>\');',
        "var t = \"<iframe src='https://www.youtube.com/embed/{id}?rel=0'></iframe>\";",
        "var t = '<blockquote class=\"said\">{text}</blockquote>';",
    ],
)
def test_scripts_that_run_put_much_else_into_a_page(script: str) -> None:
    assert left_over(f"<script>{script}{' ' * 200}</script>") == ""


def test_control_signs_and_endless_escapes_are_harmless() -> None:
    assert left_over(f'<div data-x="%00%3Ciframe%3E%00{"%25" * 9000}"></div>') == ""
    assert kept_markup("&amp;" * 9000 + "lt;iframe") == ""
    assert kept_markup("PGlmcmFtZ" + "A" * 30_000) == ""


@pytest.mark.parametrize(
    "html",
    [
        # the tool's lines name whose the embed is, and there is a button
        '<div class="x"><div class="y"><h3>A film of YouTube</h3><p>With one click it is here.</p>'
        f"<button>Show</button></div><template>{FRAME}</template></div>",
        f'<div><div class="z"><p>Darf YouTube das zeigen?</p><a href="#" role="button">Ja</a></div>'
        f"{FRAME.replace('src=', 'data-held=')}</div>",
        f'<figure><div class="x"><div class="t">Von YouTube</div><p>Zeigen?</p><button>Ja</button></div>'
        f'<div class="c" data-kept="{escape(FRAME)}"></div></figure>',
        '<div><h4>YouTube</h4><p>Daten gehen an YouTube.</p><button>Ja</button><div class="held" data-attributes="'
        '{&quot;src&quot;:&quot;https://www.youtube.com/embed/dQw4w9WgXcQ&quot;,&quot;width&quot;:640}"></div></div>',
        # it names cookies
        f'<figure>{FRAME.replace("src=", "src=about:blank data-x=")}<div class="n">Erlaube Cookies</div></figure>',
        # its still and its logo go with it
        '<figure><div style="background-image:url(/still.jpg)"><div style="background-image:url(/yt.png)"></div>'
        f"<p>Show it from YouTube.</p><button>Yes</button><script>var e = '{escape(FRAME)}';{' ' * 150}</script></div>"
        "</figure>",
        '<figure><div data-facade="https://www.youtube.com/embed/dQw4w9WgXcQ"><img src="/still.jpg"></div></figure>',
    ],
)  # fmt: skip
def test_a_consent_tools_box_leaves_its_embed_alone(html: str) -> None:
    assert left_over(html) in (LINK, LINK.replace("YouTube</a>", "YouTube: Rain</a>"))


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (f'<div><p>“Cookies were sold on the pier,” it says.</p>{FRAME.replace("src=", "data-src=")}</div>', "Cookies"),
        (f'<div><p>A film on YouTube shows it.</p>{FRAME.replace("src=", "data-src=")}</div>', "shows it"),
        (f"<figure>{FRAME}<button>Play</button><figcaption>Filmed for YouTube.</figcaption></figure>", "Filmed for"),
        ('<figure><img src="/a.jpg" width="900"><figcaption>The basin.</figcaption><div data-href="https://twitter.com/'
         'intent/tweet?url=x" data-url="https://www.facebook.com/sharer.php"></div></figure>', "a.jpg"),
    ],
)  # fmt: skip
def test_what_an_article_says_of_an_embed_stays(html: str, says: str) -> None:
    assert says in among(html).html


def test_a_short_post_with_a_film_and_a_button_stays() -> None:
    said = ("My film of the flood of last week can be seen on YouTube since the day before yesterday.", *TEXT[:2])
    film = FRAME.replace("src=", "data-src=")
    text = body_of("".join(f"<p>{line}</p>" for line in said) + film + "<button>Like</button>").text
    assert all(line in text for line in said)


def test_the_program_of_a_provider_is_no_graphic_of_it() -> None:
    loads = '<script src="https://public.flourish.studio/resources/embed.js"></script>'
    still = '<noscript><img src="https://public.flourish.studio/visualisation/98/thumbnail"></noscript>'
    chart = f'<div class="flourish-embed" data-src="visualisation/98?77">{loads}{still}</div>'
    shown = '<figure class="embed"><a href="https://public.flourish.studio/visualisation/98/">Flourish</a>'
    assert left_over(chart) == f"{shown}</figure>"
    caption = "<figcaption>Rain.</figcaption>"
    assert left_over(f"<figure>{chart}{caption}</figure>") == f"{shown}{caption}</figure>"
    script = (
        '<script data-allowed-prefixes="https://social.dam.example/" async src="https://social.dam.example/embed.js">'
    )
    assert left_over(f"<div>{script}</script></div>") == ""


def test_a_graphics_picture_for_readers_without_scripts_is_not_shown_instead_of_it() -> None:
    html = (
        '<figure><div><script src="https://datawrapper.dwcdn.net/Ab3dE/embed.js"></script>'
        '<noscript><img src="https://datawrapper.dwcdn.net/Ab3dE/full.png"></noscript></div>'
        "<figcaption>Rain since 1990.</figcaption></figure>"
    )
    assert left_over(html) == (
        '<figure class="embed"><a href="https://datawrapper.dwcdn.net/Ab3dE/">Datawrapper</a>'
        "<figcaption>Rain since 1990.</figcaption></figure>"
    )


@pytest.mark.parametrize("name", ['x"onclick="alert(1)"y-embed', 'x"><script>alert(1)</script>-embed'])
def test_the_name_of_a_quoted_post_brings_no_attribute_of_its_own(name: str) -> None:
    post = POST.replace("twitter-tweet", escape(name))
    for markup in (post, f'<div data-post="{escape(post)}"></div>'):
        quotations = among(markup).html.split("<blockquote ")[1:]
        assert quotations and all(q.startswith(f'class="{escape(name)}">') for q in quotations)


def test_many_embeds_that_are_held_back_in_one_box_take_time_in_proportion() -> None:
    held = '<iframe src="about:blank" data-src="https://www.youtube.com/embed/rain{:06}"></iframe>'
    page = f"<div>{'Rain. ' * 9_000}{''.join(map(held.format, range(900)))}</div>"
    assert in_proportion(lambda text: among(text), page)
