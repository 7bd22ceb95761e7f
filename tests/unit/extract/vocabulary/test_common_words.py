"""Languages by their commonest words, where a page claims none or a wrong one."""

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.vocabulary.common_words import spoken

TEXTS = {
    "de": "Der Rat hat am Montag mit einer Stimme Mehrheit den Bau der neuen Brücke über die Salle beschlossen. Die "
    "Arbeit beginnt im März und soll im Sommer des nächsten Jahres enden, sofern das Eis es erlaubt. Die Stadt "
    "zahlt ein Drittel der Kosten, und auch das Land beteiligt sich. „Wir haben lange genug gewartet“, sagte die "
    "Bürgermeisterin nach der Wahl.",
    "fr": "Le conseil a décidé lundi, avec une voix de majorité, la construction du nouveau pont sur la Salle. Les "
    "travaux commencent en mars et doivent finir à l'été de l'année suivante, si la glace le permet. La ville "
    "paie un tiers des coûts, et la région y participe aussi. « Nous avons attendu assez longtemps », a dit la "
    "maire après le vote du conseil.",
    "es": "El consejo decidió el lunes, por un solo voto, la construcción del nuevo puente sobre el Salle. Los "
    "trabajos comienzan en marzo y deben terminar en el verano del próximo año, si el hielo lo permite. La ciudad paga "
    "un tercio de los costes y la región también participa. «Hemos esperado bastante», dijo la alcaldesa después de "
    "la votación.",
    "nb": "Rådet vedtok mandag med én stemmes overvekt å bygge den nye broen over Salle. Arbeidet begynner i mars og "
    "skal være ferdig til sommeren året etter, hvis isen tillater det. Byen betaler en tredel av kostnadene, og "
    "også fylket er med. – Vi har ventet lenge nok, sa ordføreren etter at det ble klart at flertallet var på "
    "plass for broen.",
    "pl": "Rada miasta zdecydowała w poniedziałek większością jednego głosu o budowie nowego mostu na rzece Salle. "
    "Prace zaczną się w marcu i mają się skończyć latem przyszłego roku, o ile pozwoli na to lód. Miasto płaci "
    "jedną trzecią kosztów, a region też się na to składa. – Czekaliśmy już dość długo – powiedziała burmistrz po "
    "głosowaniu, które nie było łatwe.",
    "en": "The council decided on Monday by a single vote to build the new bridge over the Salle. Work begins in March "
    "and is to end in the summer of the next year, if the ice allows it. The city pays for a third of the costs, "
    "and the region has a part in it as well. “We have waited long enough,” said the mayor after the vote was "
    "counted.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_tells_its_language(language: str) -> None:
    assert spoken(TEXTS[language]) == language
    assert spoken(TEXTS[language], language) == ""


def test_what_cannot_be_told_is_not_guessed() -> None:
    assert spoken("") == spoken("The council decided.") == spoken("Harbour bridge council vote " * 30) == ""
    # Written with the commonest words of another, or unknown here.
    assert spoken(TEXTS["nb"], "no") == spoken(TEXTS["nb"], "nn") == spoken(TEXTS["de"], "gsw") == ""
    # Quotations in another language.
    assert spoken(f"{TEXTS['de']} {TEXTS['en'][:150]}", "de") == ""


@pytest.mark.parametrize(
    ("claim", "source"), [("", "its words"), (' lang="en-US"', "its words"), (' lang="de-AT"', "html lang")]
)
def test_a_theme_s_language_is_not_the_text_s(claim: str, source: str) -> None:
    page = f"<html{claim}><h1>Rat beschließt die Brücke</h1><p>{TEXTS['de']}</p><p>{TEXTS['de'][-90:]}</p></html>"
    reading = read_page(page.encode(), "https://bote.example/rat/bruecke")
    assert reading.article is not None
    assert reading.article.language.split("-")[0] == "de" and reading.sources["language"] == source
