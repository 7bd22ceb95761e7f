"""What may stand in XML and HTML at all, for text that came from the web."""


def xml_text(words: str) -> str:
    """Without control characters, halves of surrogate pairs and the two code points that are none (XML 1.0, 2.2)."""
    return "".join(c for c in words if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in BARRED))


BARRED = "\ufffe\uffff\x7f"
