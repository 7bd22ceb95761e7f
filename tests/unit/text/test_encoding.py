"""Encodings: what is declared, what is true, and what wins."""

import pytest

from newscrawl.extract.page.page import Page
from newscrawl.text.encoding import to_utf8

CHINESE = "五角大楼确认向乌克兰派遣轻武器，排除部署部队。德黑兰：我们尚未从拜登政府收到任何直接或间接消息。"
TRADITIONAL = "五角大廈確認向烏克蘭派遣輕武器，排除部署部隊。德黑蘭尚未從拜登政府收到任何直接或間接消息。"
JAPANESE = "イスラエルとハマスの停戦は最も合意に近いと、最終案に双方が同意したことがわかった。"
KOREAN = "흙수저 소년공이 쏘아올린 정치 신화, 대통령 당선인의 어린 시절을 되돌아본다."
RUSSIAN = "Специальный корреспондент выяснял, поедет ли президент следующим утром в Стамбул на переговоры."
GERMAN = "Kühltürme von Gundremmingen gesprengt: größer als erwartet, sagt die Bürgermeisterin."


def page(text: str, meta: str = "") -> str:
    return f"<html><head>{meta}<title>{text}</title></head><body><p>{text}</p><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "codec", "meta", "header"),
    [
        pytest.param(CHINESE, "gb2312", '<meta charset="gb2312">', "", id="meta gb2312"),
        pytest.param(
            CHINESE + "镕",
            "gbk",
            '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
            "",
            id="GBK as GB2312",
        ),
        pytest.param(CHINESE + "㐀", "gb18030", "", "gb18030", id="header gb18030"),
        pytest.param(
            CHINESE, "gbk", '<script charset="utf-8" src="a.js"></script><meta charset="gbk">', "", id="a script's own"
        ),
        pytest.param(TRADITIONAL, "big5", '<meta charset="big5">', "", id="meta big5"),
        pytest.param(JAPANESE, "shift_jis", '<meta charset="Shift_JIS">', "", id="meta Shift_JIS"),
        pytest.param(JAPANESE, "euc_jp", "", "euc-jp", id="header EUC-JP"),
        pytest.param(JAPANESE, "iso2022_jp", '<meta charset="iso-2022-jp">', "", id="meta ISO-2022-JP"),
        pytest.param(KOREAN, "euc_kr", '<meta charset="euc-kr">', "", id="meta EUC-KR"),
        pytest.param(RUSSIAN, "cp1251", '<meta charset="windows-1251">', "", id="meta windows-1251"),
        pytest.param(GERMAN, "cp1252", '<meta charset="iso-8859-1">', "", id="meta Latin"),
        pytest.param(GERMAN, "utf-8", '<meta charset="iso-8859-1">', "latin1", id="UTF-8 that is called Latin"),
        pytest.param(
            CHINESE, "gbk", '<meta charset="gbk">', "iso-8859-1", id="a server's default header before the right meta"
        ),
        pytest.param(CHINESE, "gbk", '<meta charset="utf-8">', "utf-8", id="GBK that is called UTF-8"),
        pytest.param(RUSSIAN, "cp1251", "", "", id="nothing declared, Russian"),
        pytest.param(CHINESE * 3, "gb18030", "", "", id="nothing declared, Chinese"),
        pytest.param(JAPANESE * 3, "shift_jis", "", "", id="nothing declared, Japanese"),
        pytest.param(KOREAN * 3, "euc_kr", "", "", id="nothing declared, Korean"),
        pytest.param(GERMAN, "utf-16", "", "", id="UTF-16 with a byte order mark"),
        pytest.param(GERMAN, "utf-8-sig", '<meta charset="iso-8859-1">', "", id="UTF-8 with a byte order mark"),
        pytest.param(
            CHINESE, "utf-8", '<?xml version="1.0" encoding="gbk"?>', "", id="UTF-8 with a false XML declaration"
        ),
    ],
)
def test_text_is_read_as_it_was_written(text: str, codec: str, meta: str, header: str) -> None:
    read = Page(page(text, meta).encode(codec), "https://example.com/a", encoding=header)
    assert read.head_title == text
    assert [p.text for p in read.tree.iter("p")] == [text, text]


def test_few_broken_bytes_do_not_change_the_encoding() -> None:
    broken = page(CHINESE * 5).encode().replace("武器".encode(), "武器".encode()[:-1])
    assert "部署部队" in to_utf8(broken, "").decode("utf-8", "replace")


def test_a_page_cut_inside_a_character_keeps_its_encoding() -> None:
    whole = page(CHINESE, '<meta charset="gbk">').encode("gbk")
    cut = whole[: whole.rindex("队".encode("gbk")) + 1]
    assert Page(cut, "https://example.com/").head_title == CHINESE


@pytest.mark.parametrize("label", ["", "x-unknown", "utf-8; foo", "\x00"])
def test_unknown_labels_are_ignored(label: str) -> None:
    assert Page(page(GERMAN).encode(), "https://example.com/", encoding=label).head_title == GERMAN


def test_nul_bytes_do_not_end_the_page() -> None:
    assert Page(b"<title>A\0B</title><p>x\0\0y", "https://example.com/").head_title == "AB"


def test_one_broken_byte_far_down_changes_nothing_else() -> None:
    html = (
        page(CHINESE, '<meta charset="utf-8">').encode()
        + b"<p>"
        + b"x" * 100_000
        + b"\xe4\xb8</p><p>"
        + CHINESE.encode()
    )
    read = Page(html, "https://example.com/")
    assert [p.text for p in read.tree.iter("p")][-1] == CHINESE


@pytest.mark.parametrize("label", ["undefined", "base64", "rot13", "idna", "hex", "punycode", "raw_unicode_escape"])
def test_what_is_no_charset_is_not_believed(label: str) -> None:
    html = page(GERMAN, f'<meta charset="{label}">')
    assert Page(html.encode("cp1252"), "https://example.com/", encoding=label).head_title == GERMAN
    assert Page(html.encode(), "https://example.com/", encoding=label).head_title == GERMAN


@pytest.mark.parametrize("meta", ['<meta charset="utf-8">', ""], ids=["in the page", "in the header"])
def test_one_broken_byte_among_few_others_leaves_utf8(meta: str) -> None:
    html = page("The möse of Ålesund", meta).encode() + b"<p>A marin\xe9 dish</p>"
    found = to_utf8(html, "" if meta else "utf-8")
    assert "The möse of Ålesund" in found.decode("utf-8", "replace")


def test_utf8_that_is_only_said_is_not_believed() -> None:
    for codec, text in (("cp1252", GERMAN), ("gbk", CHINESE), ("cp1251", RUSSIAN), ("euc_kr", KOREAN * 3)):
        html = page(text, '<meta charset="utf-8">').encode(codec)
        assert Page(html, "https://example.com/").head_title == text, codec


def test_an_emoji_in_two_halves_is_made_whole() -> None:
    html = page("Rain ☔ and a boat", '<meta charset="utf-8">').encode() + b"<p>\xed\xa0\xbd\xed\xb8\x80 smiles</p>"
    assert to_utf8(html).endswith("<p>😀 smiles</p>".encode())
    halves = "\ud83d".encode("utf-8", "surrogatepass")
    assert Page(html + b"<p>" + halves + b"</p>", "https://example.com/").head_title == "Rain ☔ and a boat"


@pytest.mark.parametrize(
    ("language", "encoding", "text"),
    [
        ("pt-BR", "cp1252", "A câmara aprovou o orçamento da construção; não são só três milhões."),
        ("sv", "cp1252", "Båten går på lördag, och så här års är det åtta grader på ön."),
        ("is", "cp1252", "Húsið á Þingvöllum var reist þegar ráðherra sagði að þörf væri á öðru húsi."),
        ("et", "cp1257", "Õhtul tõusis tuul ja läks külmaks; võõras jõudis külla."),
        ("lt-LT", "cp1257", "Šiandien mieste atidaryta nauja biblioteka, į ją atėjo šimtas žmonių."),
        ("tr", "cp1254", "Şehirde yeni kütüphane açıldı; çocuklar için ayrı bir bölüm var, giriş ücretsiz."),
        ("pl", "cp1250", "Rada miasta przyjęła budżet, choć część radnych była przeciw; żłobki mają być tańsze."),
    ],
)
def test_a_page_that_says_its_language_alone_is_read_in_the_encoding_of_that(
    language: str, encoding: str, text: str
) -> None:
    said = f'<!DOCTYPE html><html class=no-js lang="{language}"><meta charset=utf-8><p>{text}</p></html>'
    assert f"<p>{text}</p>".encode() in to_utf8(said.encode(encoding))


def test_that_a_page_is_in_english_is_believed_of_none() -> None:
    text = "Rada miasta przyjęła budżet, choć część radnych była przeciw; żłobki mają być tańsze. " * 3
    assert text.encode() in to_utf8(f'<html lang="en"><p>{text}</p></html>'.encode("cp1250"))
    cyrillic = "Сегодня в городе открылась новая библиотека, и в неё пришли сто человек. " * 3
    assert cyrillic.encode() in to_utf8(f'<html lang="pt"><p>{cyrillic}</p></html>'.encode("cp1251"))
