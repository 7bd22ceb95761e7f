"""Reporters of Japanese papers, who sign in brackets at a text's end: "【森下千尋】", "…話した。（長谷川緑）"."""

import re

from newscrawl.extract.fields.name_kinds import is_agency, is_person
from newscrawl.text.scripts import HAN, KANA

END = 60
"""Characters of a text's end in which such brackets stand."""

_NAME = rf"[{HAN}{KANA}々]{{3,6}}"
_SIGNED = re.compile(
    rf"(?:\A|[\n。」』])\s?(?:（({_NAME}(?:[、・，]{_NAME}){{0,3}})）|【({_NAME}(?:[、・，]{_NAME}){{0,3}})】)\Z"
)
_KANA = re.compile(rf"[{KANA}]")
_BETWEEN = re.compile("[、・，]")

_NO_NAME = re.compile(
    r"略|訳|談|社|提供|撮影|参照|掲載|転載|終|続|つづ|おわ|写真|敬称|以上|通信|新聞|電子|会員|限定|全文|調べ|当時|関連|記事|聞き手|[円税注年県]|"
    r"更新|大臣|大学|本人|から|まま|[左右]が|など|"
    r"[部信時紙号版付記了編日月話系市町区国語局省庁店館院党駅園会間力粋内輪険者員長席例別数率額度回件]\Z"
)
"""What else stands there: that titles are left out, whose words they are, that the text goes on."""


def names_in_brackets(text: str) -> list[str]:
    """The people in the brackets that end a Japanese text."""
    end = text[-END:]
    if not end.endswith(("）", "】")) or not _KANA.search(end):
        return []
    signed = _SIGNED.search(end)
    names = _BETWEEN.split(signed[1] or signed[2]) if signed else []
    return names if all(map(_may_be_name, names)) else []


def _may_be_name(name: str) -> bool:
    return is_person(name) and not is_agency(name) and _NO_NAME.search(name) is None
