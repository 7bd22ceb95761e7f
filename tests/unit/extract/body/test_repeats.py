"""What a page shows twice, for wide and for narrow screens, stands in a text once; what a text says twice stays."""

from tests.support.bodies import TEXT, among, body_of

PARTS = {
    "The well": [
        "It was dug in the days of the old railway, and nobody has mended it since.",
        "Its walls are cracked.",
    ],
    "The rope": ["The council pays for it out of the tax on the mills, as it always did.", "It is changed in May."],
    "The lid": ["Whoever leaves it open pays a sheep, says the book of the town of 1911.", "Nobody ever paid."],
}


def _parts(names: tuple[str, ...] = tuple(PARTS)) -> str:
    return "".join(f"<h3>{name}</h3>" + "".join(f"<p>{line}</p>" for line in PARTS[name]) for name in names)


def test_a_part_that_is_shown_twice_leaves_no_subheads_behind() -> None:
    start = f"<p>{TEXT[0]}</p>"
    text = body_of(
        f'{start}<div class="wide">{_parts()}</div><div class="narrow">{_parts()}</div><p>{TEXT[1]}</p>'
    ).text
    for name in list(PARTS)[1:]:
        assert text.split("\n").count(name) == 1
    assert text.endswith(TEXT[1])


def test_subheads_that_come_again_above_other_words_stay() -> None:
    against = "So much rain in {town}, and no ferry after nine."
    pairs = zip(("Eastpier", "Northweir", "Westlock"), TEXT, strict=False)
    towns = "".join(
        f"<h2>{town}</h2><h3>For it</h3><p>{line}</p><h3>Against it</h3><p>{against.format(town=town)}</p>"
        for town, line in pairs
    )
    lines = body_of(f"<p>{TEXT[3]}</p>{towns}").text.split("\n")
    assert lines.count("For it") == lines.count("Against it") == 3


def test_code_that_is_shown_twice_is_shown_twice() -> None:
    code = "<pre><code>IF depth &gt;= 40.0:\n    PRINT 'The well of the market square'</code></pre>"
    body = body_of(
        f"<p>{TEXT[0]}</p><p>Wrong:</p>{code}<p>{TEXT[1]}</p><p>Right, says the errata:</p>{code}<p>{TEXT[2]}</p>"
    )
    assert body.html.count("<pre>") == 2


def test_a_quotation_beside_the_text_stays_where_the_text_does_not_say_it() -> None:
    said = "Who crosses here is in no hurry, and who is takes the bridge"
    quotation = f"<aside class=sq><blockquote>{said}</blockquote></aside>"
    assert said in among(quotation).text
    repeated = among(f"{quotation}<p>He laughs. “{said}”, he says of it.</p>").text
    assert repeated.count(said) == 1


def test_whose_a_quotation_is_stays_below_it() -> None:
    quotation = "<div class=q><p>Nobody asked the river.</p><p class=quote-author>Ivo Sarti, engineer</p></div>"
    assert "Nobody asked the river.\nIvo Sarti, engineer" in among(quotation).text


def test_whose_a_repeated_quotation_is_goes_with_it() -> None:
    said = "“Nobody asked the river what it wants from us.”"
    quotation = f"<div class=q><blockquote>{said}</blockquote><div class=quote-source>Ivo Sarti, engineer</div></div>"
    assert f"{said}\nIvo Sarti, engineer" in among(quotation).text
    assert "engineer" not in among(f"<p>He laughs. {said}, he says of it.</p>{quotation}").text


def test_whose_a_quotation_is_stands_below_it_as_its_source() -> None:
    said = "“An organ is a house with lungs.”"
    quotation = f"<aside class=z><blockquote>{said}</blockquote><cite>Henning Prahl, builder</cite></aside>"
    assert f"{said}\nHenning Prahl, builder" in among(quotation).text
    assert "Prahl" not in among(f"<p>He nods. {said} he says, and plays.</p>{quotation}").text


def test_a_paragraph_called_a_quotation_that_the_text_says_goes() -> None:
    line = "Forty people have a ticket, and there are thirty chairs."
    assert among(f"<p>Tonight there is a film. {line}</p><p class=sitat>{line}</p>").text.count(line) == 1
