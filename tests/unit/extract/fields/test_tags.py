"""What an article is about: the topics that its page lists, and nothing that its content system notes for itself."""

import json

import pytest

from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.tags import find_tags
from newscrawl.extract.page.page import Page

URL = "https://www.saltmarsh.example/news/ferry"
TITLE = "Ferry pier reopens after a winter of repairs"


def tags(keywords: object, *, title: str = TITLE, url: str = URL, head: str = "") -> list[str]:
    data = {"@type": "NewsArticle", "headline": title, "keywords": keywords}
    page = f"<head><script type='application/ld+json'>{json.dumps(data)}</script>{head}</head><h1>{title}</h1>"
    return find_tags(Near(Page(page.encode(), url), None))[0]


@pytest.mark.parametrize(
    "note",
    [
        "0d9b6f1e-6a0c-4a51-9d5e-21f6c3a07b44",
        "91f3ad02b7c84e65a0d3",
        "20391147",
        "news.harbour.org",
        "saltmarsh.example",
        "NLP Category: Travel",
        "NLP Entity Tokens: North Pier",
        "Category: Travel",
        "source:tagname:Pier Service",
        "pagetype:story",
        "section-travel",
        "article-type-story",
        "www.salt-marsh.example",
        "contentType: How-to",
        "displayType: standard",
        "Section: News:Local",
        "WC: 500-999",
        "sections/local",
        "_prio_2",
        "ct_story",
        "type_review",
        "post-1234",
        "en-GB",
        "/article",
        "[NAME]",
        "...",
        "n",
        "null",
        "Not Set",
        "hasMap: true",
        "Partner: Wire Feed",
        "section-Reports",
        "Schlagzeilen",
        "últimas noticias",
        "Uncategorized",
        "Saltmarsh",
        "x" * 61,
    ],
)
def test_what_a_system_notes_for_itself_is_no_topic(note: str) -> None:
    assert tags(["Ferries", note, "Repairs"]) == ["Ferries", "Repairs"]


def test_a_topic_behind_a_label_is_one() -> None:
    keywords = ["Lite:true", "Tag:Web Hosting", "Topic: Ferries", "location/norway", "Elevated:false"]
    assert tags(keywords) == ["Web Hosting", "Ferries", "norway"]


@pytest.mark.parametrize(
    "topic",
    [
        "C#", "C++", "node.js", "AT&T", "AC/DC", "Star Wars: Andor", "re:publica", "Nier:Automata", "90210", "3D", "X",
        "u.s.", "U.S. Open", "GPT-4", "Route 14: the road", "LGBTI*", "Jr.", "天气", "Ferry",
    ],
)  # fmt: skip
def test_real_topics_stay_as_they_are(topic: str) -> None:
    assert tags(["Harbours", topic]) == ["Harbours", topic]


def test_a_comma_inside_a_name_does_not_cut_it() -> None:
    listed = ["Business, Finance & Economics", "Lee Baker, CFP", "Boats"]
    assert tags(listed) == listed
    assert tags("Boats, Business, & Economics, Piers") == ["Boats", "Business, & Economics", "Piers"]
    assert tags("Prices (fares, fees), Boats") == ["Prices (fares, fees)", "Boats"]
    assert tags("Dahl, Runa; Foss, Per; Boats") == ["Dahl, Runa", "Foss, Per", "Boats"]
    assert tags("boats &amp; piers, ferries") == ["boats & piers", "ferries"]


def test_a_list_inside_a_list_is_one() -> None:
    assert tags(["boats,piers,ferries", "wind, rain, snow"]) == ["boats", "piers", "ferries", "wind", "rain", "snow"]


def test_hashtags_in_a_row_are_topics() -> None:
    assert tags("#Ferries #Piers #Repairs") == ["Ferries", "Piers", "Repairs"]


def test_a_list_that_is_written_as_json_is_one() -> None:
    page = f"""<head><meta name="keywords" content='["north pier", "ferries"]'></head><h1>{TITLE}</h1>"""
    assert find_tags(Near(Page(page.encode(), URL), None))[0] == ["north pier", "ferries"]


def test_a_topic_stands_once_whatever_its_capitals() -> None:
    assert tags("Ferries, FERRIES, ferries, Piers") == ["Ferries", "Piers"]


def test_the_words_of_one_sentence_are_no_topics() -> None:
    assert tags("ferry, pier, reopens, winter, repairs, harbour") == ["harbour"]
    assert tags("Ferry, pier") == ["Ferry", "pier"]
    description = '<meta name=description content="The pier that the storm took in March carries ferries again">'
    assert tags("pier, storm, took, March, carries, ferries, again", head=description) == []
    both = f'<meta property="og:description" content="A pier opens">{description}'
    assert tags("pier, storm, took, March, carries, ferries, again", head=both) == []


def test_a_list_whose_commas_are_lost_gives_way_to_the_whole_one() -> None:
    head = '<meta name="keywords" content="Quays,Boat building,Locks">'
    assert tags("Boat building Locks Quays", head=head) == ["Quays", "Boat building", "Locks"]
    assert tags("Boat building", head=head) == ["Boat building"]


def test_places_and_people_that_the_headline_names_stay() -> None:
    title = "Per Foss of Brenholm and Skarvik on why ferries will always need a pier that stands"
    assert tags("Brenholm, Skarvik, ferries", title=title) == ["Brenholm", "Skarvik", "ferries"]


def test_the_headline_is_no_topic() -> None:
    assert tags([TITLE, "Boats"]) == ["Boats"]
    assert tags(["Lighthouse", "Boats"], title="Lighthouse") == ["Lighthouse", "Boats"]


def test_a_series_that_differs_in_codes_alone_is_a_note() -> None:
    wires = [f"{state} State Wire" for state in ("OH", "PA", "NY", "NJ", "VA")]
    assert tags([*wires, "EU Parliament", "UN Charter"]) == ["EU Parliament", "UN Charter"]


def test_a_part_of_a_site_has_its_topic_in_its_host() -> None:
    assert tags(["Sport", "Saltmarsh"], url="https://sport.saltmarsh.example/a") == ["Sport"]


def test_a_list_of_notes_alone_gives_way_to_the_next() -> None:
    head = '<meta property="article:tag" content="Boats"><meta property="article:tag" content="Piers, Quays & Locks">'
    assert tags(["pagetype:story", "20391147"], head=head) == ["Boats", "Piers, Quays & Locks"]


def test_a_box_that_is_called_so_at_the_article_lists_its_tags() -> None:
    box = '<div class="post-tags"><a href="/t/ferries">Ferries</a> <a href="/t/piers">Piers</a></div>'
    for html, names in (
        (f"<main><h1>{TITLE}</h1><p>It did.</p>{box}</main>", ["Ferries", "Piers"]),
        (f"<main><h1>{TITLE}</h1><p>It did.</p></main><footer>{box}</footer>", []),
    ):
        page = Page(f"<body>{html}</body>".encode(), URL)
        assert find_tags(Near(page, page.h1s[0]))[0] == names


def test_what_every_article_is_is_no_topic() -> None:
    assert tags(["News", "Breaking News", "Ferries"]) == ["Ferries"]


def test_parts_of_addresses_are_written_as_words() -> None:
    assert tags(["night-ferry", "north-pier", "sea-walls", "covid-19", "boats"])[:4] == [
        "night ferry", "north pier", "sea walls", "covid-19",
    ]  # fmt: skip
    assert tags(["Night-Ferry", "north-pier", "sea-walls", "slip-way"])[1] == "north-pier"
    assert tags(["Night Ferry", "night-ferry"]) == ["Night Ferry"]


def linked(below: str) -> list[str]:
    page = Page(f"<body><main><article><h1>{TITLE}</h1>{below}</article></main></body>".encode(), URL)
    return find_tags(Near(page, page.h1s[0]))[0]


def test_links_to_addresses_of_tags_are_tags_where_nothing_else_says_so() -> None:
    line = "<p>Filed: <a href='/tags/pier/'># Pier</a> <a href='/tag/ferries'>Ferries</a></p>"
    assert linked(f"<p>On 3 May.</p>{line}") == ["Pier", "Ferries"]
    assert linked("<p>The fall of <a href='/tags/pier/'>the pier</a> is what many people feared in May.</p>") == []
    assert linked("<p><a href='https://photos.example/tags/pier/'>pierphotos</a></p>") == []
    assert linked("<p><a href='/tags/'>All tags</a> <a href='/about/tags/pier/x'>About</a></p>") == []


def test_a_list_of_all_tags_beside_the_article_hides_none_of_its_own() -> None:
    every = "".join(f"<li><a href='/tag/t{n}/'>Topic {n}</a></li>" for n in range(20))
    own = "<ul><li>3 May</li><li><ul><li><a href='/tag/pier/'>Pier</a></li></ul></li></ul>"
    article = f"<div><article><h2>{TITLE}</h2>{own}<p>It fell.</p></article></div>"
    page = Page(f"<body><div>{article}<div><ul>{every}</ul></div></div>".encode(), URL)
    assert find_tags(Near(page, next(page.tree.iter("h2"))))[0] == ["Pier"]


def test_one_character_is_a_topic_where_it_is_a_word() -> None:
    assert linked("<p><a href='/tag/w' rel='tag'>冬</a> <a href='/tag/x' rel='tag'>x</a></p>") == ["冬"]


def test_a_label_longer_than_its_one_tag_hides_it_not() -> None:
    assert linked("<div class='keywords'><b>Keywords</b> <a href='/find?q=pier'>Pier</a></div>") == ["Pier"]
    assert linked("<div class='keywords'><b>Look at</b> <a href='/find?q=pier'>Pier</a></div>") == []


def test_a_cloud_with_counts_is_the_site_s() -> None:
    cloud = "".join(f"<li><a href='/filed/{n}'>{n} <i>{len(n)}</i></a></li>" for n in ("Pier", "Ferries"))
    assert linked(f"<ul class='tags'>{cloud}</ul>") == []


@pytest.mark.parametrize("name", ["article:tags", "cXenseParse:recs:keywords"])
def test_meta_tags_that_list_topics(name: str) -> None:
    html = f'<meta name="{name}" content="ferry,pier"><h1>Rain</h1>'
    assert find_tags(Near(Page(html.encode(), URL), None))[0] == ["ferry", "pier"]


def test_an_address_with_a_tag_behind_a_colon_is_a_tag_s() -> None:
    links = "".join(f"<a class='label' href='/blog/tag:{tag}'>{tag}</a>" for tag in ("piers", "ferries"))
    assert linked(f"<span>{links}</span><p>The pier is open.</p>") == ["piers", "ferries"]
