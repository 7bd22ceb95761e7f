"""Bot check: what the makers of bot checks write into the page that stands before a site, and into no other."""

# Beyond this no check goes on; some carry their whole script.
LOOKED_AT = 100_000

_MARKS = (
    b"_cf_chl_", b"/orchestrate/chl_", b"/orchestrate/jsch/", b"/orchestrate/managed/",
    b"/orchestrate/captcha/", b"used Cloudflare to restrict access", b"| Cloudflare</title>",
    b"captcha-delivery.com", b"Access to this page has been denied", b"px-captcha", b"captcha.px-c",
    b"_Incapsula_Resource?SWUDNSAI", b"Incapsula incident ID", b"Pardon Our Interruption", b"/_sec/cp_challenge/",
    b"gokuProps", b".captcha.awswaf.com", b"/ips.js?", b"The requested URL was rejected. Please consult",
    b"to view the page content.<br/>Your support ID", b"Sucuri Website Firewall", b"sucuri_cloudproxy_js",
    b"ddos-guard/js-challenge", b"validate.perfdrive.com", b"Radware Captcha", b".well-known/vercel/security",
    b"anubis_challenge", b"/_fs-ch-", b"acw_sc__v2", b"_waf_bd8ce2ce37", b"/__qrator/", b"CheckboxCaptcha",
)  # fmt: skip
"""Of Cloudflare, DataDome, HUMAN (PerimeterX), Imperva, Akamai, AWS, Kasada, F5, Sucuri, DDoS-Guard, Radware, Vercel,
Anubis, Fastly, Alibaba, Qrator and Yandex."""

# Stand in forms and on checked pages too: they tell where nothing else is there.
_WIDGETS = (
    b"challenges.cloudflare.com/turnstile", b"g-recaptcha", b"h-captcha", b"smart-captcha", b"_Incapsula_Resource",
    b"awswaf.com/",
)  # fmt: skip


def is_bot_check(source: bytes) -> bool:
    """Whether a page has a mark of a bot check. `source`: of a page that shows little."""
    return _holds(source, _MARKS)


def is_captcha(source: bytes) -> bool:
    """Whether a page that shows nothing else has a part that tells people from programs."""
    return _holds(source, _WIDGETS)


def _holds(source: bytes, parts: tuple[bytes, ...]) -> bool:
    start = source[:LOOKED_AT]
    return any(part in start for part in parts)
