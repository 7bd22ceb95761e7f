"""Phrases: what newsrooms write over rows of links, pleas, notices and walls, in their languages.

A phrase alone drops nothing but short blocks: `tidy` asks these tables of headings, labels and short paragraphs.
"""

import re


def _any(patterns: str) -> str:
    """One pattern out of several, written one after the other with " / " or a new line between them."""
    return "(?:" + "|".join(p for line in patterns.split("\n") for p in line.strip().split(" / ") if p) + ")"


READ_MORE = re.compile(
    _any(
        r"""
        read (?:more|also|next|on)\b / also read / see also / more (?:on|from|about|stories|news|like this)\b
        more ?: / schlagwörter\b / dieses thema im programm
        related(?: \w+)?\W*$ / recommended\b / you (?:may|might) (?:also )?(?:like|be interested) / don['’]t miss
        (?:next|previous) (?:article|post|story)\b / (?:newer|older) posts?\W*$ / (?:read|watch|listen|related) ?:
        trending\b / most (?:read|popular) / up next\W*$ / watch(?: now| more| next)?(?: \||:) / explore more
        (?:lesen|hören|sehen) sie (?:auch|dazu|hier|mehr)
        mehr (?:zum thema|dazu|lesen|über|zu |aus |themen|nachrichten) / auch interessant
        das könnte (?:sie|dich) (?:auch )?interessieren / passend dazu / zum thema\b / mehr: / lesetipp
        (?:auch auf|mehr (?:auf|von|aus))\b[^!?,]{0,40}$ / schon gelesen / zum weiterlesen / siehe auch
        (?:ebenfalls|auch) lesenswert
        das (?:thema )?könnte (?:sie|dich|euch)
        (?:der |die )?(?:nächste|vorherige|letzte)[rn]? (?:beitrag|beiträge|artikel)\W*$
        meistkommentiert
        weitere (?:beiträge|texte) / weitere (?:artikel|themen|meldungen|nachrichten|informationen) / meistgelesen
        verwandte (?:artikel|themen)
        (?:à )?lire (?:aussi|également|plus) / à (?:lire|voir)\b / sur le même (?:sujet|thème) / en savoir plus
        lire (?:la suite|encore)\b / voir (?:aussi|plus)\b / à découvrir / nos autres
        (?:lee|lea|leer|ver|vea|mira) (?:también|más|además) / también (?:te )?puede / te puede interesar
        puede[ns]? (?:ver|leer)\b / (?:mira|lea|lee|vea|ver|leer)\W*: / también (?:lee|lea|mira|puede)
        (?:le|te|les) (?:puede|podría) interesar / te recomendamos / no te pierdas / (?:nota|noticia)s? relacionada
        sigue leyendo / más (?:información|noticias|sobre) / (?:noticias|temas) relacionad[ao]s
        leia (?:também|mais) / veja também
        confira (?:também|mais) / continue lendo / veja mais / saiba mais / leggi (?:anche|pure|di più|tutto)
        vedi anche / ti potrebbe / articoli correlati / potrebbe interessarti / per approfondire
        lees (?:ook|meer|verder) / zie ook
        bekijk ook / meer (?:over|nieuws) / läs (?:också|även|mer) / les (?:også|mer) / læs (?:også|mere)
        lue (?:myös|lisää) / (?:prze)?czytaj (?:także|też|również|więcej) / polecamy / zobacz (?:także|też|również)
        přečtěte si
        čtěte (?:také|více) / olvassa el / citește și / διαβάστε (?:επίσης|ακόμη) / читайте? (?:также|ещё|також)
        по теме\b / baca juga / lihat juga / xem thêm / đọc thêm / ilgili haber / bunlar da ilginizi
        okumadan geçmeyin
        قراءة المزيد / اقرأ (?:أيضا|أيضًا|المزيد) / 関連(?:記事|ニュース) / あわせて読みたい / こちらもおすすめ
        相关(?:阅读|新闻|报道|文章) / 延伸(?:阅读|閱讀) / 推荐阅读 / 관련\s?기사
        """
    ),
    re.IGNORECASE,
)
"""How rows of links to other articles begin."""

PLEA = re.compile(
    _any(
        r"""
        sign up (?:for|to|here) / subscribe (?:to|now|today|here) / continue reading
        download (?:our|the) .{0,30}apps?\b
        for (?:the |all the )?latest .{0,60}(?:download|follow|subscribe|sign up|visit our)
        listen to this (?:article|story)
        support (?:our|independent) (?:journalis|newsroom|report|work) / (?:have|got) a (?:news )?tip\b
        (?:submit|send) (?:us )?your (?:letter|stor|photo|tip)
        get (?:the|our) (?:latest|daily|free|best) .{0,40}(?:newsletter|inbox|email) / (?:follow|like|join) us on
        follow .{2,40} on (?:facebook|twitter|x|instagram|whatsapp|google news|telegram)
        (?:click|tap) here to (?:read|subscribe|join|sign) / (?:stay|keep) up to date with
        (?:this|your) (?:advertisement|ad) has not loaded / story continues below / article continues (?:after|below)
        article content\W*$ / advertisement(?: \d+)?\W*$ / anzeige\W*$ / werbung\W*$ / publicidad\W*$ / publicité\W*$
        pubblicità\W*$ / reklam\W*$ / reklama\W*$ / annonce\W*$ / annons\W*$ / реклама\W*$ / 广告\W*$ / 広告\W*$
        (?:jetzt|hier) .{0,30}newsletter / abonnieren sie / newsletter\b.{0,20}(?:abonnieren|anmelden)
        zum newsletter
        (?:den |diesen )?(?:artikel|beitrag) (?:mit \w+ )?(?:teilen|drucken|merken|vorlesen|kommentieren)
        jetzt (?:abonnieren|kostenlos|testen\W*$)
        folge(?:n|t)? (?:sie )?uns / unterstütze[nt]? (?:sie )?(?:uns|unsere)
        mit meiner anmeldung / inscrivez-vous / abonnez-vous / suscríbete / suscríbase / síguenos
        sigue (?:a|nuestro)
        hazte (?:miembro|socio) / únete a(?: nuestr|l canal) / descarga (?:la|nuestra) app
        escuch(?:a|ar|e) (?:esta|este|la) (?:nota|artículo|noticia)
        receba (?:as|nossas) / siga nosso / entre no nosso / clique aqui (?:e|para) / recevez (?:nos|notre)
        suivez-nous
        téléchargez (?:notre|l['’]appli) / soutenez[- ](?:nous|notre)
        подпис(?:ывайтесь|аться|ывайся) / читайте нас / следите за (?:новост|нами|обновлен)
        扫码 / 扫描(?:上方|下方|二维码)
        关注我们
        点击(?:下载|进入|查看)
        iscriviti / seguici / schrijf je in / assine / siga(?:-nos| o)
        (?:did|do) you (?:like|enjoy) this (?:article|story|post) / share this / we want to hear (?:what|from)
        (?:hat (?:dir|ihnen) )?(?:der |dieser )?(?:artikel|beitrag) gefallen / gefällt (?:dir|ihnen)
        zurück zu[rm]?\b
        teilen sie / partagez / comparte / condividi / deel dit
        to (?:view|watch|play) this (?:video|content)
        (?:please )?enable javascript / this content is hosted / an dieser stelle (?:findest|finden)
        empfohlener (?:externer|redaktioneller) inhalt / externer inhalt / ich bin damit einverstanden, dass mir
        dieser inhalt .{0,40}(?:einwilligung|zustimmung)
        """
    ),
    re.IGNORECASE,
)
"""Pleas, marks of advertising, and notices of embeds that wait for consent."""

_BYLINE = re.compile(
    r"(?:(?i:written|posted|published|story|words|report(?:ing|ed)|geschrieben|verfasst|escrito|redactado|rédigé|"
    r"publié|scritto|skrevet|skriven|geschreven) )?"
    r"(?:(?i:by|von|par|por|di|af|av|door|przez)\b:?|(?:Text|Texte|Autor|Autorin|Author|Redaktion|Автор):) "
    r"(?:(?:[^\W\d_a-zß-ÿ][\w'’.-]*|und|and|et|y|e|og|och|en|de|la|da|do|dos|di|del|du|den|van|der|ter|von|"
    r"zu(?<=und zu)|al|mit|in(?= [^\W\d_a-zß-ÿ])|&)(?:, | |$)){2,14}$"
)

_DAYS_OF_WEEK = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|(?:mon|diens|donners|frei|sams|sonn)tag|"
    "mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|"
    "(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mån|tis|ons|tors|fre|lör|sön|man|tirs|lør|søn)dag"
)
_PUBLISHED = "published|posted|updated|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|publisert|publicerad"
_CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?"
_WHEN = re.compile(
    rf"[\s,.;|/·•–—(-]*(?:\b(?:{_PUBLISHED}|on|am|vom|le|el|il|em|op|den|the|{_DAYS_OF_WEEK})\b[\s:,.]*){{0,3}}"
    rf"(?:{_CLOCK}(?: ?uhr)?[\s,|-]+)?"
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|"
    r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?(?: of| de)? [^\W\d_]{3,12}\.?(?: de|,)? \d{4}|"
    r"[^\W\d_]{3,12}\.? \d{1,2},? \d{4})(?!\d)"
    rf"(?:[\s,|·-]*(?:um|at|à|alle|ore|kl\.?|a las|às|om)?\s*{_CLOCK}"
    r"(?:\s?(?:uhr|[ap]\.?m\.?|h|gmt|utc|[mc]es?t|mez|mesz)\b)?)?[\s,.;|/·•–—)-]*",
    re.IGNORECASE,
)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the article, perhaps when, and nothing else: "Von Karla Stein, 22.11.2026"."""
    return _BYLINE.match(without_date(text)) is not None


def without_date(line: str) -> str:
    """A short line without the dates and times that stand in it."""
    return " ".join(apart_from_dates(line)).strip()


def apart_from_dates(line: str) -> list[str]:
    """The parts of a short line between the dates and times that stand in it."""
    return _WHEN.split(line) if _DIGIT.search(line) else [line]


_DIGIT = re.compile(r"\d")

CREDIT_AT_END = re.compile(
    r"(?:Foto|Fotos|Photo|Photos|Bild|Picture|Image|Credit|Kuva|Zdjęcie|Фото): ?[^.!?:]{2,50}\)?$|"
    r"(?:图源|圖源|图片来源|圖片來源)[:： ]?[^。！？]{0,30}$|(?:[摄攝]|供[图圖]|撮影|写真.{0,20}提供)[）)]?$"
)
"""How a caption ends and a paragraph does not."""

WALL = re.compile(
    _any(
        r"""
        (?:already a|become a|for) (?:subscriber|member)s?\b.{0,60}(?:log|sign) ?in
        subscribe to (?:continue|read|unlock) / (?:to|and) continue reading
        this (?:article|story|content) is (?:exclusive(?:ly)?|only|reserved) (?:for|to) (?:our )?(?:subscri|member)
        réservé(?:e|s|es)? (?:à nos|aux) abonné / il vous reste [\d.,]+ ?% / weiterlesen mit / jetzt weiterlesen
        dieser artikel ist (?:nur )?für abonnent / nur für abonnent
        exclusivo para (?:suscriptores|socios|assinantes)
        para seguir leyendo / (?:contenuto )?riservato agli abbonati / per continuare a leggere / alleen voor abonnees
        読者会員限定 / 有料会員(?:限定|に) / この記事は有料 / 残り\d+文字 / нужна подписка / чтобы дочитать
        """
    ),
    re.IGNORECASE,
)
"""What a paywall says, anywhere in a short paragraph."""

WALL_WORDS = tuple(
    "subscri abonn member continue réservé reste weiterlesen suscriptor socios assinante leyendo leggere "
    "会員 有料 残り подписк дочитать".split()
)
"""What a wall's words hold in lower case: one of these is in whatever WALL finds, and is quicker looked for."""

NEWSLETTER = re.compile(
    r"(?:sign(?:ing)?[ -]up|subscrib|abonnieren|anmelden|inscri|suscr|iscriv|registr).{0,80}newsletter|"
    r"newsletter.{0,60}(?:sign(?:ing)?[ -]up|subscrib|abonnieren|anmelden|inscri|suscr|iscriv)",
    re.IGNORECASE,
)
"""A plea for a newsletter anywhere in a short paragraph with a link."""

_AGENCIES = "dpa|apa|afp|ap|reuters|sid|epd|kna|ansa|efe|belga|anp|ntb|sda|tass|xinhua|kyodo|yonhap"

SOURCE = re.compile(
    r"\W*(?:©|\(c\)|copyright\b|alle rechte|all rights reserved|riproduzione riservata|"
    r"(?:quellen?|sources?|fonte|fuente|bron|källa|kilde|zdroj|źródło|источник|redaktion|sendung|e-?mail|doi|"
    r"crédits? photos?|fotos?|photos?|bilder|(?:presse)?kontakt|category|stichworte|themen|topics) ?:|"
    r"[（(【]?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|来源|來源|校对|审核|监制|作者|文|図|图)[:：／/]|"
    r"(?:with files from|with reports? from|additional reporting|mit material (?:von|der)|mit agenturmaterial|"
    r"reprints and permissions|got a story|get in touch with our|for more stories|stay informed|"
    r"this (?:article|story|post) (?:was|is|has been) (?:originally|first)|alle angaben ohne|ohne gewähr|last modified|"
    r"dieses thema im programm)\b|"
    rf"(?:mit |with )?(?:[\w.]{{2,12}}[/,] ?){{0,4}}(?:{_AGENCIES})(?:[/,] ?[\w. -]{{1,15}}){{0,4}}\W*$|_+$)",
    re.IGNORECASE,
)
"""What the last lines of an article say of where it comes from."""

DATE = re.compile(
    r"\W*(?:(?:stand|updated?|published|posted|aktualisiert|veröffentlicht|publié le|mis à jour|actualizado|publicado|"
    r"pubblicato|aggiornato|gepubliceerd|опубликовано|güncelleme)\b.{0,12}?)?\W*(?:[^\W\d]{2,10}\W+)?"
    r"\d{1,4}[./ -]+(?:\d{1,2}|[^\W\d]{3,10})[./ -]+"
    r"\d{2,4}\W*(?:(?:um|at|à|alle|kl)?\W*\d{1,2}[:.h]\d{2}(?::\d{2})?\W*(?:uhr|am|pm|gmt|utc|[a-z]{2,4})?)?"
    r"\W*(?:(?:lesezeit|lesedauer|reading time|temps de lecture|tiempo de lectura)\W*\d+\W*\w*)?\W*$",
    re.IGNORECASE,
)
"""A paragraph that is a date and a time and nothing else."""
