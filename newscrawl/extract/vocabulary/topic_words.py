"""Topics: words of what sections and subjects are called, and no person: "Climate Change", "Water Security".

Asked of names that stand alone, without any word that says that they are an author's. What people are called as well
("Law", "Story", "Home", "Art") is left out.
"""

_WORDS = frozenset(
    # English
    "accountability agriculture analysis analytics announcement announcements arts aviation banking biodiversity "
    "books breaking budget business career careers celebrity change cinema climate commerce community conflict "
    "conservation construction consumer coronavirus corruption crime cryptocurrency culture cybersecurity data "
    "defence defense democracy development diplomacy economics economy education election elections energy "
    "engineering entertainment entrepreneurship environment equality ethics events explainer explainers family "
    "fashion features film finance fishing fitness food football forestry freedom funding gaming gardening "
    "governance government health healthcare heritage history housing humanitarian immigration industry inequality "
    "inflation infrastructure infrastructures innovation insight insights insurance intelligence international "
    "internet interview interviews investigation investigations investing journalism knowledge labor labour latest "
    "leadership league learning lifestyle literature living local logistics management manufacturing marketing markets "
    "medicine metro migration military mining mobility movies music national nature news nutrition opinion "
    "opinions parenting people personal philosophy photography policies policy politics pollution poverty prix privacy "
    "property psychology public publications racing rankings recipes region regional relations relationships "
    "release releases religion report reports research resources retail review reviews rights safety schools "
    "science sciences security services shopping social society software space sport sports startups statistics "
    "stories strategy surveillance sustainability tax taxes tech technology television theatre tourism trade "
    "traffic transport transportation travel trends trending tutorials updates war waste water wealth weather "
    "wellbeing wellness wildlife women workplace world crisis cup "
    # Words beside them
    "circular digital ecological economic electric environmental financial global political renewable rural "
    "social sustainable duurzaamheid duurzame energietransitie hållbar hållbarhet utveckling bærekraft "
    "bæredygtighed udvikling utvikling nachhaltige nachhaltigkeit digitale soziale politische durable écologie "
    "écologique numérique publique publics sociale transition développement ecológica económica público pública "
    "sostenible transición transição sustentável ecologica ecologico pubblica pubblico pubblici sostenibile "
    "transizione economica kestävä kehitys zrównoważony rozwój udržitelný rozvoj fenntartható fejlődés "
    "sürdürülebilir kalkınma "
    # German
    "arbeit bildung debatte digitales energie ernährung europa ereignisse familie finanzen forschung freizeit "
    "fussball fußball gemeinde geschichte gesellschaft gesundheit gericht hintergrund kirche klimawandel kommentare "
    "kriminalität kultur landwirtschaft leben lokales medien meinung meinungen menschen menschenrechte musik "
    "nachrichten natur panorama politik ratgeber recht regionales reisen religion schule sicherheit soziales "
    "technik theater umwelt unternehmen unterhaltung verkehr vermischtes verwaltung weltweit "
    "wirtschaft wissen wissenschaft wohnen "
    # French
    "actualité actualités affaires agriculture analyse climat climatique communauté consommation culturelle débats "
    "droits économie éducation élections emploi énergie enquêtes environnement faits divers finances histoire idées "
    "immobilier industrie loisirs médias monde mode musique numérique opinions politique recettes recherche région "
    "régions santé sciences sécurité société spectacles technologie technologies transports travail vie voyage "
    "voyages "
    # Spanish, Catalan, Portuguese, Italian
    "actualidad agricultura ambiente análisis ciencia ciencias cine clima climático comunidad cultura deporte "
    "deportes derechos desarrollo economía educación empleo empresas energía entrevistas espectáculos finanzas "
    "fútbol gobierno historia humanos igualdad industria internacional justicia medios medio migración moda mundo "
    "música noticias opinión política políticas salud seguridad sociedad sucesos tecnología trabajo turismo viajes "
    "vivienda actualitat anàlisi ciència drets economia educació energia entrevistes esports habitatge medi "
    "notícies opinió salut seguretat societat tecnologia agronegócio análise ciência comunicação comportamento "
    "direitos educação eleições empregos entretenimento esporte esportes futebol gestão governo meio mobilidade "
    "negócios notícia opinião saúde segurança sociedade variedades viagem amministrazione attualità calcio "
    "cambiamento cambiamenti climatici cronaca cronache diritti esteri eventi finanza formazione giustizia imprese "
    "interni innovazione lavoro motori mondo notizie opinioni politica ricerca ricette salute scienza scienze "
    "scuola sicurezza società spettacoli sviluppo tecnologie territorio trasporti umani viaggi "
    # Dutch and the Scandinavian languages
    "achtergrond buitenland binnenland economie gezondheid klimaat maatschappij milieu misdaad nieuws onderwijs "
    "onderzoek politiek samenleving veiligheid verkeer wetenschap wonen ekonomi forskning hälsa kultur miljö "
    "nyheter politik samhälle sport utbildning utrikes inrikes vetenskap erhverv forbrug indland nyheder samfund "
    "sundhed udland uddannelse videnskab helse innenriks miljø næringsliv samfunn utdanning utenriks vitenskap "
    # Finnish, Polish, Czech, Slovak, Hungarian, Romanian, Turkish
    "kotimaa kulttuuri politiikka talous terveys tiede ulkomaat urheilu ympäristö yhteiskunta uutiset "
    "bezpieczeństwo edukacja gospodarka historia klimat kultura nauka opinie polityka prawo rozrywka społeczeństwo "
    "sport środowisko świat technologia wiadomości wydarzenia zdrowie bezpečnost domácí ekonomika názory politika "
    "společnost věda vzdělávání zahraničí zdraví zprávy životní domáce spravodajstvo spoločnosť veda zahraničie "
    "zdravie belföld egészség gazdaság kultúra külföld oktatás tudomány vélemény cultură economie educație externe "
    "politică sănătate societate știință știri dünya eğitim ekonomi gündem kültür sağlık siyaset spor teknoloji "
    "yaşam çevre "
    # Russian, Ukrainian, Bulgarian, Greek
    "безопасность бизнес война здоровье климат культура мир наука недвижимость новости образование общество "
    "политика происшествия спорт технологии туризм экономика экология безпека бізнес війна довкілля економіка "
    "здоров'я новини освіта політика світ суспільство здраве икономика култура свят αθλητικά απόψεις διεθνή "
    "ειδήσεις εκπαίδευση επιστήμη κοινωνία κόσμος οικονομία περιβάλλον πολιτική πολιτισμός υγεία "
    # Arabic, Persian, Hebrew
    "اقتصاد الاقتصاد الأخبار أخبار الرياضة رياضة السياسة سياسة الثقافة ثقافة الصحة صحة العالم تكنولوجيا محليات "
    "منوعات البيئة المناخ المناخي التغير فرهنگ ورزش سیاسی اقتصادی اجتماعی فرهنگی ورزشی علمی حوادث חדשות כלכלה ספורט "
    "תרבות בריאות חינוך פוליטיקה מדע סביבה עולם".split()
)


def names_a_topic(name: str) -> bool:
    """Whether a name holds a word of topics."""
    return not _WORDS.isdisjoint(name.lower().split())
