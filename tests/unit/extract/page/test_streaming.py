"""Text in the templates of components is read where browsers show it."""

import pytest

from newscrawl.extract.page.parse import parse
from tests.support.bodies import TEXT, body_of
from tests.support.growth import in_proportion

HALVES = "".join(f"<p>{text}</p>" for text in TEXT[:2]), "".join(f"<p>{text}</p>" for text in TEXT[2:])


@pytest.mark.parametrize(
    "component",
    [
        f"<story-text><template shadowrootmode=open><div>{HALVES[0]}{HALVES[1]}</div></template></story-text>",
        f"<story-text><template shadowroot='closed'>{HALVES[0]}<div><template shadowrootmode=open>{HALVES[1]}"
        "</template></div></template></story-text>",
        f"<story-text><template shadowrootmode=open><p>{TEXT[0]}</p><slot></slot><p>{TEXT[3]}</p></template>"
        f"<p>{TEXT[1]}</p><p>{TEXT[2]}</p></story-text>",
        f"{HALVES[0]}<story-text><template shadowrootmode=open>{HALVES[1]}</template></story-text>",
    ],
)
def test_the_text_of_a_component_stands_where_it_is_shown(component: str) -> None:
    assert body_of(component).text == "\n".join(TEXT)


@pytest.mark.parametrize(
    "component",
    [
        "The rain <story-word><template shadowrootmode=open><b><slot></slot></b></template>came</story-word> at last, "
        "and nobody in the valley had a coat.",
        "The rain <story-word>came</story-word> at last, and nobody in the valley had a coat."
        "<template><p>Never to be shown, whatever a script may make of it later on.</p></template>",
    ],
)
def test_a_component_s_frame_around_words_and_a_plain_template_show_nothing(component: str) -> None:
    text = body_of(f"{HALVES[0]}<p>{component}</p>{HALVES[1]}").text
    assert "The rain came at last, and nobody in the valley had a coat." in text
    assert "Never" not in text


def test_many_templates_in_one_component_take_time_in_proportion() -> None:
    template = "<template shadowrootmode=open><p>x</p><slot></slot></template>"
    assert in_proportion(lambda text: parse(text.encode()), f"<story-text>{template * 2_000}</story-text>")
