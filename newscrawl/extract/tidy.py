"""Tidy: judges the blocks of a body by what they say and where they stand, once all are there."""

import re

from newscrawl.extract.blocks import Block

RUNNING = 80
"""Characters from which a paragraph counts as running text: bylines, dates, labels and share rows are shorter."""

_READ_MORE = re.compile(
    r"\W*(?:"
    r"read (?:more|also|next|on)\b|also read|see also|more (?:on|from|about|stories|news|like this)\b|related(?: \w+)?\W*$|"
    r"recommended\b|you (?:may|might) (?:also )?(?:like|be interested)|don['’]t miss|trending\b|most (?:read|popular)|"
    r"(?:lesen|hören|sehen) sie (?:auch|dazu|hier|mehr)|mehr (?:zum thema|dazu|lesen|über|zu |aus |themen|nachrichten)|"
    r"auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|weitere (?:artikel|themen|meldungen|nachrichten|informationen)|"
    r"passend dazu|zum thema\b|mehr:|lesetipp|meistgelesen|"
    r"(?:à )?lire (?:aussi|également|plus)|à (?:lire|voir) |sur le même (?:sujet|thème)|en savoir plus|nos autres|"
    r"(?:lee|lea|leer|ver|vea|mira) (?:también|más|además)|también (?:te )?puede|te puede interesar|más (?:información|noticias|sobre)|"
    r"noticias relacionadas|temas relacionados|leia (?:também|mais)|veja também|saiba mais|"
    r"leggi (?:anche|pure|di più)|potrebbe interessarti|per approfondire|"
    r"lees (?:ook|meer)|bekijk ook|meer (?:over|nieuws)|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|"
    r"czytaj (?:także|też|więcej)|zobacz (?:także|też|również)|přečtěte si|čtěte (?:také|více)|olvassa el|citește și|"
    r"читайте? (?:также|ещё)|по теме\b|читайте також|baca juga|lihat juga|xem thêm|đọc thêm|ilgili haber|bunlar da ilginizi|"
    r"okumadan geçmeyin|διαβάστε (?:επίσης|ακόμη)|قراءة المزيد|اقرأ (?:أيضا|أيضًا|المزيد)|"
    r"関連(?:記事|ニュース)|あわせて読みたい|こちらもおすすめ|相关(?:阅读|新闻|报道|文章)|延伸(?:阅读|閱讀)|推荐阅读|관련\s?기사"
    r")",
    re.IGNORECASE,
)
"""How newsrooms head rows of links to other articles. Only at the beginning of a short heading, label or link."""

_PLEA = re.compile(
    r"\W*(?:sign up (?:for|to|here)|subscribe (?:to|now|today|here)|get (?:the|our) (?:latest|daily|free|best) .{0,40}(?:newsletter|inbox|email)|"
    r"(?:follow|like|join) us on|follow .{2,40} on (?:facebook|twitter|x|instagram|whatsapp|google news|telegram)|"
    r"(?:jetzt|hier) .{0,30}newsletter|abonnieren sie|newsletter\b.{0,20}(?:abonnieren|anmelden)|"
    r"inscrivez-vous|abonnez-vous|suscríbete|suscríbase|síguenos|sigue (?:a|nuestro)|iscriviti|seguici|schrijf je in|"
    r"(?:this|your) (?:advertisement|ad) has not loaded|story continues below|article continues (?:after|below)|advertisement\W*$|"
    r"continue reading|(?:click|tap) here to (?:read|subscribe|join|sign)|download (?:our|the) .{0,30}app\b|"
    r"anzeige\W*$|werbung\W*$|publicidad\W*$|publicité\W*$|pubblicità\W*$|reklam\W*$|reklama\W*$|annonce\W*$|"
    r"to (?:view|watch|play) this (?:video|content)|(?:please )?enable javascript|an dieser stelle (?:findest|finden) |"
    r"empfohlener (?:externer|redaktioneller) inhalt|externer inhalt|ich bin damit einverstanden, dass mir|"
    r"dieser inhalt .{0,40}(?:einwilligung|zustimmung))",
    re.IGNORECASE,
)
"""Pleas, notices of advertising and of embeds that wait for consent; they stand in paragraphs like any others."""


def tidy(blocks: list[Block], headline: str, removed: list[tuple[str, str]]) -> list[Block]:
    """The blocks that are the article, in order; what is taken out is added to `removed`."""
    blocks = _after_headline(blocks, headline, removed)
    blocks = _without_rows(blocks, removed)
    blocks = _without_repeats(blocks, removed)
    return _without_ends(blocks, removed)


def _tell(block: Block, reason: str, removed: list[tuple[str, str]]) -> None:
    label = block.text or (block.images[0].url if block.images else block.html)
    removed.append((f"{block.tag or block.kind} “{label[:60]}”", reason))


def squeezed(text: str) -> str:
    """Letters and digits alone, lower case: what stays the same between two spellings of one text."""
    return "".join(c for c in text.lower() if c.isalnum())


def _after_headline(blocks: list[Block], headline: str, removed: list[tuple[str, str]]) -> list[Block]:
    """Without the headline, what stands before it, and the dates, names and lead picture between it and the text."""
    title = squeezed(headline)
    at = -1
    for n, block in enumerate(blocks[:40]):
        if block.kind == "heading" and _is_headline(block, title):
            at = n
        elif block.kind == "paragraph" and len(block.text) >= 2 * RUNNING and not block.is_link:
            break
    if at < 0:
        return blocks
    first = next((n for n in range(at + 1, len(blocks)) if _is_text(blocks[n])), len(blocks))
    kept = []
    for n, block in enumerate(blocks[:first]):
        if n > at and (block.kind == "standfirst" or (block.kind == "embed") or (block.kind == "heading" and n == first - 1)):
            kept.append(block)
        else:
            _tell(block, "headline" if n == at else "above the text", removed)
    return kept + blocks[first:]


def _is_headline(block: Block, title: str) -> bool:
    text = squeezed(block.text)
    return block.tag == "h1" or (len(title) > 10 and len(text) > 10 and (text in title or title in text))


def _is_text(block: Block) -> bool:
    if block.kind in ("list", "quote", "table", "code", "box"):
        return not block.is_link and len(block.text) >= RUNNING
    return block.kind == "paragraph" and len(block.text) >= RUNNING and not block.is_link


def _without_rows(blocks: list[Block], removed: list[tuple[str, str]]) -> list[Block]:
    """Without rows of links to other articles and their headings, and without pleas."""
    kept: list[Block] = []
    for n, block in enumerate(blocks):
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        if reason := _row(block, following):
            if reason == "links" and kept and kept[-1].kind == "heading" and (following is None or following.kind == "heading"):
                _tell(kept.pop(), "heads links", removed)
            _tell(block, reason, removed)
        else:
            kept.append(block)
    return kept


def _row(block: Block, following: Block | None) -> str:
    if block.kind == "list" and block.is_link:
        return "links"
    if block.kind not in ("paragraph", "heading") or len(block.text) > 300:
        return ""
    if _PLEA.match(block.text):
        return "plea"
    if _READ_MORE.match(block.text) and (block.linked or block.kind == "heading" or len(block.text) < 40 or (following and following.is_link)):
        return "read more"
    return ""


def _without_repeats(blocks: list[Block], removed: list[tuple[str, str]]) -> list[Block]:
    """Without pull quotes (the text says them too), paragraphs and pictures that stand there twice."""
    seen: set[str] = set()
    whole = squeezed(" ".join(b.text for b in blocks if b.kind == "paragraph"))
    kept = []
    for block in blocks:
        key = squeezed(block.text) if block.text else block.html
        if len(key) > 40 and key in seen:
            _tell(block, "stands there twice", removed)
        elif block.kind == "quote" and len(block.text) < 400 and key and key in whole:
            _tell(block, "pull quote", removed)
        else:
            seen.add(key)
            kept.append(block)
    return kept


def _without_ends(blocks: list[Block], removed: list[tuple[str, str]]) -> list[Block]:
    """Without headings that head nothing, and rules at either end."""
    while blocks and blocks[-1].kind in ("heading", "rule"):
        _tell(blocks[-1], "heads nothing", removed)
        blocks = blocks[:-1]
    while blocks and blocks[0].kind == "rule":
        blocks = blocks[1:]
    return blocks
