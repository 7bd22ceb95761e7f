"""Names: who is named in a line, and who is a person."""

import pytest

from newscrawl.extract.fields.name_kinds import is_person
from newscrawl.extract.fields.person_names import names_in


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Samya Kullab and Vasilisa Stepanenko", ["Samya Kullab", "Vasilisa Stepanenko"]),
        ("By Health correspondent Jane Doe", ["Jane Doe"]),
        ("By Political Editor Jane Doe", ["Jane Doe"]),
        ("Von TALPOST-online-Redakteur Karl Stein", ["Karl Stein"]),
        ("By Head Ann Ford", ["Head Ann Ford"]),
        ("Por Ana Ruiz\u200b", ["Ana Ruiz"]),
        ("Von Seb Dumitru, Lille", ["Seb Dumitru"]),
        ("Monika Bolliger und Anna Trechsel", ["Monika Bolliger", "Anna Trechsel"]),
        ("Por Ana María de la Cruz y José Luis Pérez", ["Ana María de la Cruz", "José Luis Pérez"]),
        ("Par Jean-Pierre Dupont et Anaïs Le Gall", ["Jean-Pierre Dupont", "Anaïs Le Gall"]),
        ("Eine Kolumne von Nils Pickert", ["Nils Pickert"]),
        ("Text: Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("Sophie Foster, Travel News Reporter", ["Sophie Foster"]),
        ("By SOPHIE FOSTER Staff Writer", ["SOPHIE FOSTER"]),
        ("Sophie van der Berg Deputy Editor", ["Sophie van der Berg"]),
        ("Anna Sophie Head", ["Anna Sophie Head"]),
        ("Jane Doe, Chief Political Correspondent, and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe (London) | 5 min read", ["Jane Doe"]),
        ("Jane Doe - Marketing Manager", ["Jane Doe"]),
        ("Jane Doe jane.doe@example.com @janedoe", ["Jane Doe"]),
        ("Written by Jane Doe · 12 Minutes ago", ["Jane Doe"]),
        ("Mathatisi Sebusi/Mohalenyane Phakela", ["Mathatisi Sebusi", "Mohalenyane Phakela"]),
        ("Le Figaro et AFP", ["Le Figaro et AFP"]),
        ("Ana Vidal / Lindby", ["Ana Vidal"]),
        ("Lindby / Ana Vidal", ["Ana Vidal"]),
        ("Ana Vidal / Luis Mora", ["Ana Vidal", "Luis Mora"]),
        ("Anne Roux et AFP", ["Anne Roux", "AFP"]),
        ("dpa/lnw", ["dpa/lnw"]),
        ("by Dr. Jane Doe, PhD and John Roe", ["Dr. Jane Doe", "John Roe"]),
        ("Robert Downey Jr.", ["Robert Downey Jr."]),
        ("記者 松岡大地", ["松岡大地"]),
        ("배윤경 기자, 이상현 기자", ["배윤경", "이상현"]),
        ("作者：王小明、李大同", ["王小明", "李大同"]),
        ("记者 王小明 报道", ["王小明"]),
        ("記者 王美玲 台北報導", ["王美玲"]),
        ("Автор: Андрей Колесников", ["Андрей Колесников"]),
        ("بقلم: محمد علي", ["محمد علي"]),
        ("Tekst: Kari Nordmann og Ola Hansen", ["Kari Nordmann", "Ola Hansen"]),
        ("Oleh: Budi Santoso dan Siti Rahayu", ["Budi Santoso", "Siti Rahayu"]),
        ("Piše: Ana Marić", ["Ana Marić"]),
        ("Theo Müller", ["Theo Müller"]),
        ("Dan Brown", ["Dan Brown"]),
        ("Kuvat Onni Pesonen", []),
        ("Anna Maria Laine Kuvat Onni Pesonen", ["Anna Maria Laine Kuvat Onni Pesonen"]),
        ("Kuva Laine", ["Kuva Laine"]),
        ("By Jane Doe, New Delhi", ["Jane Doe"]),
        ("लेखक: राकेश मलिक, नई दिल्ली", ["राकेश मलिक"]),
        ("Von Anna Klein, Frankfurt am Main", ["Anna Klein"]),
        ("Anna Klein, Regno Unito", ["Anna Klein"]),
        ("Nguyễn Thị An Bình, Trần Văn Hải", ["Nguyễn Thị An Bình", "Trần Văn Hải"]),
        ("de Ioana Radu", ["Ioana Radu"]),
        ("de Gaulle", ["de Gaulle"]),
        ("de la Cruz Ana", ["de la Cruz Ana"]),
        ("Par Anne Roux (avec Luc Petit, à Rennes)", ["Anne Roux", "Luc Petit"]),
        ("Anne Roux (with John Roe and Mary Major)", ["Anne Roux", "John Roe", "Mary Major"]),
        ("Anne Roux (with a photo)", ["Anne Roux"]),
        ("Anne Roux (mit Material der dpa)", ["Anne Roux"]),
        ("Anne Roux (with pictures)", ["Anne Roux"]),
        ("Por Maria dos Santos e José da Silva e Sousa", ["Maria dos Santos", "José da Silva e Sousa"]),
        ("Por José Ortega y Gasset y Ana Ruiz", ["José Ortega y Gasset", "Ana Ruiz"]),
        ("Ana Ruiz, Luis Mora y EFE", ["Ana Ruiz", "Luis Mora", "EFE"]),
        ("부산=김민지 기자", ["김민지"]),
        ("إعداد: ليلى منصور وكريم حداد", ["ليلى منصور", "كريم حداد"]),
        ("محمد علي وليد حسن", ["محمد علي وليد حسن"]),
        ("https://www.facebook.com/stern", []),
        ("22 April 2024", []),
        ("– Tue Aug 31, 7:21 am ET", []),
        ("Sun Jun, Tue Aug 31", ["Sun Jun"]),
        ("", []),
        ("3 hours ago", []),
        ("Follow us", []),
        ("jane.doe@example.com", []),
    ],
)
def test_names_in_a_byline(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize(
    "name",
    [
        "Jane Doe",
        "Seán Ó Riordáin",
        "Ludwig van Beethoven",
        "松岡大地",
        "배윤경",
        "Андрей Колесников",
        "Bandu Das",
        "D. Fell",
        "Mahir Yazar",
    ],
)
def test_people(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Người đàn ông",
        "Associated Press",
        "AFP",
        "Guardian staff reporter",
        "ORF.at",
        "Redaktion Berlin",
        "毎日新聞",
        "Reuters",
        "NTB",
        "nzn",
        "Norsk Telegrambyrå NTB",
        "Redaksjonen",
        "Gazeta Nova",
        "Courier D",
        "Das Magazin",
    ],
)
def test_organisations_are_no_people(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Eingestellt von Jana Roth", ["Jana Roth"]),
        ("Autor/in: Jana Roth", ["Jana Roth"]),
        ("Author of the article: Jane Doe", ["Jane Doe"]),
        ("文●松岡大地", ["松岡大地"]),
        ("Jane Doe, Plumbing Expert", ["Jane Doe"]),
        ("Jane Doe / Seguir", ["Jane Doe"]),
        ("By Jane Doe For Daily Post Island", ["Jane Doe"]),
        ("Jane Doe from the Daily Post", ["Jane Doe"]),
        ("Jane Doe In Reykjavik and John Roe In Oslo", ["Jane Doe", "John Roe"]),
        ("By Jane Doe And John Roe For The Daily Post On Sunday", ["Jane Doe", "John Roe"]),
        ("Kim In Young", ["Kim In Young"]),
    ],
)
def test_words_around_the_names_of_a_byline(byline: str, names: list[str]) -> None:
    assert [n for n in names_in(byline) if is_person(n)] == names


@pytest.mark.parametrize("name", ["Pin for Later", "Zum Artikel", "Wer ist Dabei und Wo", "Sign Out", "JD By"])
def test_words_of_sentences_and_buttons_are_no_people(name: str) -> None:
    assert not any(map(is_person, names_in(name)))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Door Ann Ford en Piet Bakker", ["Ann Ford", "Piet Bakker"]),
        ("Tekst: Ann van den Berg, Jan Smit en Piet Bakker", ["Ann van den Berg", "Jan Smit", "Piet Bakker"]),
        ("Door onze redacteur Ann Ford en Piet Bakker", ["Ann Ford", "Piet Bakker"]),
        ("Por Ann Ford en Buenos Aires", ["Ann Ford"]),
        ("By our own reporter", []),
    ],
)
def test_a_word_that_joins_names_in_one_language_tells_a_place_in_another(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize(
    "name", ["Ufficio Stampa", "Gemeente Karrow", "Urząd Miasta", "Mairie de Carrou", "Stadtverwaltung Karrau"]
)
def test_an_office_is_no_person(name: str) -> None:
    assert not is_person(name)
