"""Names of the months as newsrooms write them."""

# From the Unicode CLDR (Babel 2.18: wide and abbreviated, format and stand-alone) for the languages of the publishers
# in the world's larger press markets, plus the Levant's and the Maghreb's Arabic names, which CLDR keeps apart.
# "listopad", "lip" and "srp" mean different months in Polish, Czech and Croatian: they mean what they do in the first
# of these.
_NAMES = (
    (
        "january jan januar janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu tammi janúar "
        "stycznia styczeń sty ledna leden led januára január ianuarie ian януари яну января январь янв січня "
        "січень січ јануар јан siječnja siječanj sij ιανουαρίου ιανουάριος ιαν ocak oca yanvar yan jaanuar jaan "
        "janvāris sausio sausis saus gener xaneiro xan urtarrila urt يناير ژانویهٔ ژانویه ינואר ינו जनवरी जन॰ "
        "জানুয়ারী জানু ஜனவரி జనవరి जानेवारी जाने જાન્યુઆરી જાન્યુ ਜਨਵਰੀ جنوری januarie januwari janyuwari janar "
        "јануари հունվարի հունվար հնվ იანვარი იან қаңтар қаң มกราคม มค كانون-الثاني جانفي"
    ),
    (
        "february feb februar février févr febrero febbraio fevereiro fev februari helmikuuta helmikuu helmi "
        "febrúar lutego luty lut února únor úno februára február febr februarie февруари фев февраля февраль февр "
        "лютого лютий лют фебруар феб veljače veljača velj φεβρουαρίου φεβρουάριος φεβ şubat şub fevral veebruar "
        "veebr februāris vasario vasaris vas febrer febreiro otsaila ots فبراير فوریهٔ فوریه פברואר פבר फ़रवरी "
        "फ़र॰ ফেব্রুয়ারী ফেব பிப்ரவரி பிப் ఫిబ్రవరి ఫిబ్ర फेब्रुवारी फेब्रु ફેબ્રુઆરી ફેબ્રુ ਫ਼ਰਵਰੀ ਫ਼ਰ فروری "
        "februwari shkurt shk փետրվարի փետրվար փտվ თებერვალი თებ ақпан ақп กุมภาพันธ์ กพ شباط فيفري"
    ),
    (
        "march mar märz mär mars marzo março maart mrt marts maaliskuuta maaliskuu maalis marca marzec března "
        "březen bře marec március márc martie март марта мар березня березень бер ožujka ožujak ožu μαρτίου "
        "μάρτιος μαρ μάρ mart märts kovo kovas kov març martxoa مارس מרץ मार्च মার্চ மார்ச் மார் మార్చి માર્ચ "
        "ਮਾਰਚ مارچ maret mac machi mashi mas matshi mat մարտի մարտ մրտ მარტი მარ наурыз нау มีนาคม มีค آذار اذار "
        "mrz"
    ),
    (
        "april apr avril avr abril abr aprile huhtikuuta huhtikuu huhti apríl kwietnia kwiecień kwi dubna duben "
        "dub apríla április ápr aprilie април апр апреля апрель квітня квітень квіт travnja travanj tra απριλίου "
        "απρίλιος απρ nisan nis aprel aprill aprīlis balandžio balandis bal apirila api أبريل آوریل אפריל אפר "
        "अप्रैल এপ্রিল এপ্রি ஏப்ரல் ஏப் ఏప్రిల్ ఏప్రి एप्रिल एप्रि એપ્રિલ ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ اپریل aprili ephreli eph "
        "epreli epr prill pri ապրիլի ապրիլ ապր აპრილი აპრ сәуір сәу เมษายน เมย نيسان أفريل افريل ابريل"
    ),
    (
        "may mai mayo maggio mag maio mei maj toukokuuta toukokuu touko maí maja května květen kvě mája máj május "
        "май мая травня травень трав мај svibnja svibanj svi μαΐου μάιος μαΐ μάι mayıs maijs gegužės gegužė geg "
        "maig maiatza مايو مهٔ מאי مئی meyi mey մայիսի մայիս մյս მაისი მაი мамыр мам พฤษภาคม พค أيار ايار ماي"
    ),
    (
        "june jun juni juin junio giugno giu junho kesäkuuta kesäkuu kesä júní jún czerwca czerwiec cze června "
        "červen čvn júna június iunie iun юни июня июнь июн червня червень черв јун lipnja lipanj junij ιουνίου "
        "ιούνιος ιουν ιούν haziran haz iyun iyn juuni jūnijs jūn birželio birželis birž juny xuño ekaina eka "
        "يونيو ژوئن יוני जून জুন ஜூன் జూన్ જૂન ਜੂਨ جون junie qershor qer јуни հունիսի հունիս հնս ივნისი ივნ "
        "маусым мау มิถุนายน มิย حزيران جوان يونيه"
    ),
    (
        "july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu heinä júlí júl lipca lipiec lip "
        "července červenec čvc júla július iulie iul юли июля июль июл липня липень лип јул srpnja srpanj julij "
        "ιουλίου ιούλιος ιουλ ιούλ temmuz tem iyul iyl juuli jūlijs jūl liepos liepa liep juliol xullo xul "
        "uztaila uzt يوليو ژوئیهٔ ژوئیه יולי जुलाई जुल॰ জুলাই জুল ஜூலை జులై जुलै જુલાઈ ਜੁਲਾਈ ਜੁਲਾ جولائی julai "
        "julie julayi korrik korr јули հուլիսի հուլիս հլս ივლისი ივლ шілде шіл กรกฎาคม กค تموز جويلية يوليوز "
        "يوليه juill"
    ),
    (
        "august aug août agosto ago augustus augusti elokuuta elokuu elo ágúst ágú sierpnia sierpień sie srpna "
        "srpen srp augusta augusztus август авг августа серпня серпень серп kolovoza kolovoz kol avgust avg "
        "αυγούστου αύγουστος αυγ αύγ ağustos ağu avqust avq augusts rugpjūčio rugpjūtis rugp agost abuztua abu "
        "أغسطس اوت אוגוסט אוג अगस्त अग॰ আগস্ট ஆகஸ்ட் ఆగస్టు ऑगस्ट ઑગસ્ટ ਅਗਸਤ اگست agustus agu ogos ogo agosti "
        "agasti aga gusht gush օգոստոսի օգոստոս օգս აგვისტო აგვ тамыз там สิงหาคม สค آب أوت غشت اغسطس"
    ),
    (
        "september sep sept septembre septiembre settembre set setembro syyskuuta syyskuu syys września wrzesień "
        "wrz září zář septembra szeptember szept septembrie септември сеп сентября сентябрь сент вересня вересень "
        "вер септембар rujna rujan ruj σεπτεμβρίου σεπτέμβριος σεπ eylül eyl sentyabr sen septembris rugsėjo "
        "rugsėjis rugs setembre iraila ira سبتمبر سپتامبر ספטמבר ספט सितंबर सित॰ সেপ্টেম্বর সেপ செப்டம்பர் செப் "
        "సెప్టెంబర్ సెప్టెం सप्टेंबर सप्टें સપ્ટેમ્બર સપ્ટે ਸਤੰਬਰ ਸਤੰ ستمبر septemba septhemba shtator sht "
        "septembar սեպտեմբերի սեպտեմբեր սեպ სექტემბერი სექ қыркүйек қыр sentabr กันยายน กย أيلول ايلول شتنبر"
    ),
    (
        "october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu loka október "
        "października październik paź října říjen říj októbra octombrie октомври окт октября октябрь жовтня "
        "жовтень жовт октобар οκτωβρίου οκτώβριος οκτ ekim eki oktyabr oktoober oktobris spalio spalis spal urria "
        "urr أكتوبر اکتبر אוקטובר אוק अक्टूबर अक्टू॰ অক্টোবর অক্টো அக்டோபர் அக் అక్టోబర్ అక్టో ऑक्टोबर ऑक्टो "
        "ઑક્ટોબર ઑક્ટો ਅਕਤੂਬਰ ਅਕਤੂ اکتوبر oktoba okthoba okthobha tetor tet oktobar հոկտեմբերի հոկտեմբեր հոկ "
        "ოქტომბერი ოქტ қазан қаз oktabr ตุลาคม ตค اكتوبر"
    ),
    (
        "november nov novembre noviembre novembro marraskuuta marraskuu marras nóvember nóv listopada listopad "
        "lis listopadu novembra noiembrie ноември ное ноября ноябрь нояб листопада листопад лист новембар нов "
        "studenoga studeni stu νοεμβρίου νοέμβριος νοε νοέ kasım kas noyabr noy novembris lapkričio lapkritis "
        "lapkr azaroa aza نوفمبر نوامبر נובמבר נוב नवंबर नव॰ নভেম্বর নভে நவம்பர் నవంబర్ నవం नोव्हेंबर नोव्हें "
        "નવેમ્બર નવે ਨਵੰਬਰ ਨਵੰ نومبر novemba nëntor nën novembar նոյեմբերի նոյեմբեր նոյ ნოემბერი ნოე қараша қар "
        "พฤศจิกายน พย نونبر"
    ),
    (
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des joulukuuta joulukuu "
        "joulu grudnia grudzień gru prosince prosinec pro decembra decembrie декември дек декабря декабрь грудня "
        "грудень груд децембар дец prosinca prosinac δεκεμβρίου δεκέμβριος δεκ aralık ara dekabr dek detsember "
        "dets decembris gruodžio gruodis gruod desembre decembro abendua abe ديسمبر دسامبر דצמבר דצמ दिसंबर दिस॰ "
        "ডিসেম্বর ডিসে டிசம்பர் டிச డిసెంబర్ డిసెం डिसेंबर डिसें ડિસેમ્બર ડિસે ਦਸੰਬਰ ਦਸੰ دسمبر disember dis "
        "desemba disemba dhjetor dhj decembar դեկտեմբերի դեկտեմբեր դեկ დეკემბერი დეკ желтоқсан жел ธันวาคม ธค "
        "دجنبر"
    ),
)

MONTHS = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}
"""Month's name in lower case, without a dot -> 1 to 12."""
