"""What is asked of the phrases of a page's languages."""

import pytest

from newscrawl.extract import extract_article
from newscrawl.extract.vocabulary.phrases import all_phrases, phrases_for


def test_a_page_is_asked_in_its_own_language_and_in_english() -> None:
    german = phrases_for(["de"])
    assert german.begins_plea("Abonnieren Sie unseren Newsletter") and german.begins_plea("Sign up for our newsletter")
    assert not german.begins_plea("Prenumerera på vårt nyhetsbrev")


@pytest.mark.parametrize("claimed", [[], ["en"], ["xx"]])
def test_a_page_that_claims_english_or_nothing_known_is_asked_in_all(claimed: list[str]) -> None:
    assert phrases_for(claimed) is all_phrases()


def test_norwegian_and_serbian_are_known_under_their_other_codes() -> None:
    assert phrases_for(["nn"]) is phrases_for(["nb"]) and phrases_for(["hr"]) is phrases_for(["bs"])


PLEAS = [
    ("sv", "Prenumerera på vårt nyhetsbrev"),
    ("nb", "Meld deg på vårt nyhetsbrev"),
    ("no", "Følg oss på Facebook"),
    ("da", "Tilmeld dig vores nyhedsbrev"),
    ("fi", "Tilaa uutiskirjeemme"),
    ("is", "Skráðu þig á póstlistann"),
    ("pl", "Zapisz się do naszego newslettera"),
    ("cs", "Přihlaste se k odběru newsletteru"),
    ("sk", "Prihláste sa na odber noviniek"),
    ("hu", "Iratkozzon fel hírlevelünkre"),
    ("ro", "Abonează-te la newsletter"),
    ("tr", "Bültenimize abone olun"),
    ("ko", "뉴스레터를 구독하고 매일 아침 소식을 받아보세요"),
    ("ja", "ニュースレターに登録してください"),
    ("ar", "اشترك في نشرتنا البريدية"),
    ("hi", "हमारे न्यूज़लेटर को सब्सक्राइब करें"),
    ("lt", "Prenumeruokite mūsų naujienlaiškį"),
    ("lv", "Piesakies jaunumiem"),
    ("et", "Liitu uudiskirjaga"),
    ("sw", "Jiandikishe kupokea habari zetu"),
    ("zu", "Bhalisela incwadi yezindaba"),
    ("xh", "Bhalisela incwadana yeendaba"),
    ("bg", "Абонирайте се за нашия бюлетин"),
    ("uk", "Підписуйтесь на наш канал"),
    ("ru", "Подписывайтесь на наш канал"),
    ("el", "Εγγραφείτε στο newsletter μας"),
    ("he", "הירשמו לניוזלטר שלנו"),
    ("fa", "ما را دنبال کنید"),
    ("vi", "Đăng ký nhận bản tin của chúng tôi"),
    ("th", "สมัครรับจดหมายข่าวของเรา"),
    ("id", "Berlangganan newsletter kami"),
    ("ms", "Langgan surat berita kami"),
    ("bs", "Pretplatite se na naš newsletter"),
    ("nl", "Abonneer je op onze nieuwsbrief"),
    ("zh", "订阅我们的电子报"),
    ("en", "Advertisement - story continues below"),
    ("en", "Skip ad"),
    ("de", "Der Artikel geht nach der Werbung weiter"),
    ("fr", "La suite après cette publicité"),
    ("es", "Sigue leyendo después del anuncio"),
    ("pt", "Continua depois da publicidade"),
    ("it", "L'articolo continua dopo la pubblicità"),
    ("nb", "Artikkelen fortsetter under annonsen"),
    ("pl", "Dalsza część tekstu pod reklamą"),
    ("ru", "Продолжение после рекламы"),
    ("ja", "この記事は広告の後に続きます"),
    ("tr", "Reklam - haberin devamı"),
    ("de", "Folgen Sie dem Talboten auf Facebook und Instagram!"),
    ("fr", "Suivez le Messager sur Facebook."),
    ("es", "¿Has encontrado un error? Escríbenos."),
    ("pt", "Siga o Mensageiro no Instagram."),
    ("nl", "Wil je geen nieuws missen? Schrijf je in voor onze nieuwsbrief."),
    ("pl", "Obserwuj Posłańca na Facebooku."),
    ("cs", "Našli jste v článku chybu? Napište nám."),
    ("sv", "Hittat fel? Hör av dig till redaktionen."),
    ("da", "Har du fundet en fejl i artiklen? Skriv til os."),
    ("nb", "Funnet en feil? Gi oss beskjed."),
    ("fi", "Huomasitko virheen? Kerro siitä meille."),
    ("hu", "Kövesse a Hírnököt a Facebookon is!"),
    ("ro", "Ai găsit o greșeală? Scrie-ne."),
    ("tr", "Haberlerimizi Google News'te takip edin."),
    ("bg", "Последвайте „Вестител“ във Facebook."),
    ("el", "Ακολουθήστε τον Αγγελιοφόρο στο Google News."),
    ("bs", "Uočili ste pogrešku? Javite nam."),
    ("ar", "انضموا إلى قناتنا على واتساب."),
    ("he", "מצאתם טעות? כתבו לנו."),
    ("ca", "Segueix-nos a Instagram"),
    ("bn", "আমাদের ফেসবুক পেজে লাইক দিন"),
    ("es", "Sigue a El Mensajero en Facebook, Twitter y WhatsApp."),
    ("it", "Segui il Messaggero su Facebook e Instagram"),
    ("it", "Entra nel nostro canale WhatsApp"),
    ("pt", "Segue-nos no Instagram para mais notícias."),
    ("tr", "Google News'te takip edin, haberleri kaçırmayın"),
    ("de", "Folgt uns auf Instagram!"),
    ("de", "Folge mir auf Instagram, dort gibt es jeden Tag neue Bilder."),
    ("de", "Fehler im Text entdeckt? Schreiben Sie uns."),
    ("fr", "Vous avez repéré une erreur ? Écrivez-nous."),
    ("hu", "Hibát talált a cikkben? Írjon nekünk!"),
    ("ja", "LINEで友だち登録"),
    ("ja", "チャンネル登録はこちら"),
]

NO_PLEAS = [
    ("en", "Advertising: the industry in numbers"),
    ("en", "The story continues to haunt the village"),
    ("de", "Werbung: Was sich für Kunden ändert"),
    ("fr", "Publicité et jeunesse"),
    ("es", "«¿Ha encontrado un error? Lo pagamos nosotros», responde el alcalde"),
    ("es", "Análisis de Riesgos Futuros"),
    ("de", "Folgen für die Anleger: Was nun auf sie zukommt"),
    ("sv", "Fel i beräkningen gav dyrare el"),
    ("nb", "Følg elva til fossen, og ta av til venstre"),
    ("hu", "Hibát követett el a bíró a mérkőzés végén"),
    ("hu", "Hibát talált a rakétában a mérnök, ezért elhalasztották az indítást."),
    ("es", "Sigue la polémica en Twitter por las palabras del ministro."),
    ("ca", "Segueix la polèmica a Twitter per les paraules del ministre."),
    ("pt", "Segue no Twitter a polêmica sobre o discurso do ministro."),
    ("it", "Seguite da milioni di persone su Instagram, le due sorelle hanno aperto un negozio."),
    ("nb", "Lik mange andre på Facebook delte hun bildet av flommen."),
    ("nb", "Oppdaget feil i regnskapet"),
    ("de", "Folgt man den Beiträgen auf Facebook, war der Hafen schon am Morgen zu."),
    ("de", "Fehler im Text der Verordnung führten zu einem Prozess."),
    ("de", "Ihre Meinung zum Thema Rente änderte die Ministerin im Sommer."),
    ("fr", "Une erreur dans le calcul des impôts a coûté trois millions à la ville."),
    ("fi", "Seuraa pitkä keskustelu Facebookissa, kirjoittaa tutkija."),
    ("ja", "チャンネル登録者数が百万人を超えたのは昨年の秋だった。"),
    ("ja", "有名人をフォローする若者が増えている。"),
    ("ar", "تابع الملايين مراسم الجنازة عبر فيسبوك ويوتيوب."),
    ("ar", "انضم إلى واتساب أكثر من مليون مستخدم جديد."),
    ("el", "Ακολούθησε νέα ανάρτηση του υπουργού στο Facebook για το λιμάνι."),
    ("ro", "Urmărește de ani de zile conturile false pe Facebook și scrie despre ele."),
    ("he", "עקבו אחרי הפוליטיקאים בפייסבוק במשך שנה."),
    ("tr", "Oyuncu, Instagram'dan beni takip edin diyerek hayranlarına seslendi."),
]

PARAGRAPH = "The river rose by two metres on Monday and the bridge was closed, the council said in the evening. "


def body_text(language: str, line: str) -> str:
    """The text of an article in which a line stands as a paragraph of its own."""
    paragraphs = "".join(f"<p>{n}. {PARAGRAPH * 2}</p>" for n in range(4))
    below = paragraphs.replace("<p>", "<p>Then ")
    page = f"<html lang={language}><h1>The river</h1><article>{paragraphs}<p>{line}</p>{below}</article>"
    article = extract_article(page.encode(), url="https://valleypost.example/news/river")
    assert article is not None
    return article.text


@pytest.mark.parametrize(("language", "plea"), PLEAS)
@pytest.mark.parametrize("claimed", [True, False], ids=["in its language", "on a page that says English"])
def test_a_plea_is_no_text(language: str, plea: str, claimed: bool) -> None:
    assert plea not in body_text(language if claimed else "en", plea)


@pytest.mark.parametrize(("language", "line"), NO_PLEAS)
def test_a_line_of_the_text_stays(language: str, line: str) -> None:
    assert line in body_text(language, line)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "Tidningens nyhetsbrev har fått tusen nya prenumeranter, säger chefen."),
        ("nb", "Avisens nyhetsbrev har fått tusen nye lesere, sier redaktøren."),
        ("da", "Avisens nyhedsbrev har fået tusind nye læsere, siger chefen."),
        ("fi", "Lehden uutiskirje on saanut tuhat uutta lukijaa, sanoo johtaja."),
        ("pl", "Gazeta uruchomiła newsletter, który czyta tysiąc osób."),
        ("hu", "A lap hírlevelét ezren olvassák, mondta a szerkesztő."),
        ("tr", "Gazetenin bülteni bin yeni okur kazandı."),
        ("ko", "이 신문의 뉴스레터는 독자가 천 명 늘었다."),
        ("ja", "同紙のニュースレターは読者が千人増えた。"),
        ("ar", "قالت الصحيفة إن نشرتنا البريدية كسبت ألف قارئ."),
        ("id", "Koran itu meluncurkan newsletter yang dibaca seribu orang."),
    ],
)
def test_a_sentence_that_speaks_of_a_newsletter_stays(language: str, sentence: str) -> None:
    assert sentence in body_text(language, sentence)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("hi", "यह भी पढ़ें: नदी का जलस्तर"),
        ("sw", "Soma pia: habari nyingine"),
        ("is", "Lesa meira um flóðið"),
        ("lt", "Skaitykite taip pat: upė"),
        ("zu", "Funda futhi: umfula"),
        ("xh", "Funda kwakhona: umlambo"),
        ("ro", "Citește și: râul"),
        ("he", "קראו גם: הנהר"),
    ],
)
def test_a_link_that_reads_on_is_no_text(language: str, line: str) -> None:
    assert line not in body_text(language, f'<a href="/other">{line}</a>')


@pytest.mark.parametrize("label", ["Next page", "ältere Beiträge", "次へ", "Следующая »", "Sljedeća", "อ่าน"])
def test_next_pages(label: str) -> None:
    assert all_phrases().is_next_page(label) is (label != "อ่าน")


@pytest.mark.parametrize(
    ("language", "line"),
    [("el", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: η γέφυρα"), ("fr", "A LIRE EGALEMENT : le pont"), ("pt", "LEIA TAMBEM: a ponte")],
)
def test_capitals_may_lack_their_accents(language: str, line: str) -> None:
    assert phrases_for([language]).begins_row(line)


def test_turkish_capitals_are_known() -> None:
    turkish = phrases_for(["tr"])
    assert turkish.begins_row("İLGİLİ HABERLER") and turkish.begins_row("AYRICA OKUYUN: Deniz")
