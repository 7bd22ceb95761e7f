"""What names say that an element is."""

from typing import get_args

import pytest
from lxml import etree

from newscrawl.extract.vocabulary.boilerplate import reason_for
from newscrawl.extract.vocabulary.name_table import BEGINNINGS, WHOLE_NAMES, WORDS_OF, Reason, Role
from newscrawl.extract.vocabulary.names import gives_role, roles, roles_of


@pytest.mark.parametrize(
    ("names", "role"),
    [
        ("c-byline__author", "byline"),
        ("authorName", "byline"),
        ("by", "byline"),
        ("Article_caption__x1y", "caption"),
        ("photoCredit", "credit"),
        ("entry-content", "body"),
        ("factBox", "box"),
        ("twitter-tweet", "quoted post"),
        ("relatedarticles", "related"),
        ("commentwrapper", "comments"),
        ("cookiebanner", "cookie notice"),
        ("commentlist", "comments"),
        ("topnav", "navigation"),
        ("footerblock", "navigation"),
        ("footerblock", "entry"),
        ("leftsidebar", "navigation"),
        ("metabar", "page furniture"),
        ("introtext", "standfirst"),
        ("authorbio", "author box"),
        ("tagsWrap", "tags"),
        ("paywallbox", "paywall"),
        ("d-none", "hidden"),
        ("relatedArticles", "related"),
        ("RelatedArticles_box__3xY", "related"),
        ("topAd", "ad"),
        ("ad300x250", "ad"),
        ("ad728", "ad"),
        ("googleAd7c260284-e130-4245-8ed7-def812b0e847", "ad"),
        ("adSlot2", "ad"),
        ("col2-sidebar", "navigation"),
        ("TEASER", "related"),
    ],
)
def test_roles(names: str, role: Role) -> None:
    assert role in roles(names)


@pytest.mark.parametrize(
    ("names", "role"),
    [
        ("sort-by", "byline"),
        ("tagStyle_z4kqwb-o_O-style_1tcxgp3", "tags"),
        ("has-caption", "caption"),
        ("md:caption", "caption"),
        ("field--label-hidden", "hidden"),
        ("relate", "related"),
        ("story-with-sidebar", "sidebar"),
        ("sidebar-enabled--false", "navigation"),
        ("comments-disabled", "comments"),
        ("journalist", "navigation"),
        ("download", "ad"),
        ("subscribed", "navigation"),
        ("maintext", "page furniture"),
    ],
)
def test_parts_states_and_utilities_do_not_count(names: str, role: Role) -> None:
    assert role not in roles(names)


@pytest.mark.parametrize(
    "names",
    [
        "sc-1a2b3c4-0 fAdXyz", "hTrqNav", "css-1ad2kx", "par-g4KiAdRuXe", "js-related x",
        "builder-element-eefe4ad", "builder-element-ad40271", "w-9f1c20ba-38ad-4c11-a2f5-0123456789ab-3a8b9cad",
    ],
)  # fmt: skip
def test_names_that_a_program_made_up_say_nothing(names: str) -> None:
    assert not roles(names)


def test_components_are_no_consent_dialogues() -> None:
    assert "cookie notice" not in roles("cmp-text cmp-container")
    assert "cookie notice" in roles("cmp-banner")


def test_a_word_has_several_roles_and_one_reason() -> None:
    assert {"byline", "credit", "author box"} <= roles("byline")
    words = [word for reason in get_args(Reason) for word in WORDS_OF[reason].split()]
    assert len(words) == len(set(words))


def test_the_attributes_that_are_asked() -> None:
    element = etree.fromstring('<div class="x" id="caption" itemprop="credit"/>')
    assert roles_of(element) == frozenset()
    assert roles_of(element, "class", "id") == roles("caption")


def test_reasons() -> None:
    assert reason_for("relatedArticles") == "related" and reason_for("socialsharebox") == "share"
    assert reason_for("d-none") == "hidden" and reason_for("d-none d-md-block") == ""
    assert reason_for("hentry related") == "" and reason_for("caption-author") == ""


def test_whether_names_give_one_role_is_what_all_their_roles_say() -> None:
    words = {word for table in (WORDS_OF, WHOLE_NAMES) for said in table.values() for word in said.split()}
    for name in (
        *words,
        *BEGINNINGS,
        *(f"{start}ations" for start in BEGINNINGS),
        *(f"{word}Wrapper" for word in words),
    ):
        assert {role for role in get_args(Role) if gives_role(name, role)} == roles(name)
