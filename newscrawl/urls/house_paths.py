"""Addresses of a site's own affairs: whom to write to, who makes it, how to subscribe."""

from newscrawl.urls.parts import split

_PAGES = frozenset(
    """
    contact contacts contact-us contacto contactos contatti contato contatos contactez-nous contacteer-ons kontakt
    kontakty kontakta-oss kontakt-oss kontakt-os yhteystiedot kapcsolat iletisim contacte
    impressum imprint impresum impressum-datenschutz colofon colophon mentions-legales aviso-legal note-legali tiraz
    about about-us ueber-uns uber-uns a-propos qui-sommes-nous quienes-somos quem-somos chi-siamo over-ons om-oss om-os
    o-nas o-nama hakkimizda rolunk despre-noi
    subscribe subscription subscriptions subscribe-now abo abonnement abonnements abonnieren suscripcion suscribete
    abbonamenti abbonati assinatura assine prenumerera prenumerata predplatne elofizetes abonelik
    advertise advertising mediadaten publicidad pubblicita werbung privacy privacy-policy datenschutz
    """.split()
)


def is_of_house(url: str) -> bool:
    """Whether an address ends in what such a page is called: "/en/contact", "/impressum.html"."""
    last = split(url).path.rstrip("/").rpartition("/")[2].lower()
    return last.partition(".")[0] in _PAGES
