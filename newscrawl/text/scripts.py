"""Scripts that are written without spaces between words, as ranges for a regular expression's set of characters."""

KANA = "\u3040-\u30ff"
HAN = "\u3400-\u9fff"
HANGUL = "\uac00-\ud7af"
CJK = KANA + HAN + HANGUL
