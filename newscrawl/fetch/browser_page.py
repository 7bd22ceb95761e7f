"""What is done in a page that a browser has open: waited for, scrolled, pressed."""

import asyncio
from typing import Any

from newscrawl.fetch.shell_pages import MORE_WORDS

# Seconds without a change after which a page is taken for done.
STILL = 0.5
_MORE = rf"^\W*{MORE_WORDS}"
_COUNT = "document.links.length * 1000003 + (document.body ? document.body.innerText.length : 0)"
# Each link with the card that it stands in: a list may take away above what it adds below.
_CARDS = """() => Object.fromEntries([...document.links].slice(0, 5000).map(link => {
    const card = link.closest('article, li');
    return [link.href, (card && card.innerHTML.length < 10000 ? card : link).outerHTML];
}))"""
_DOWN = """() => {
    for (const box of document.querySelectorAll('body *'))
        if (box.scrollHeight > box.clientHeight + 50 && /auto|scroll/.test(getComputedStyle(box).overflowY))
            box.scrollTop = box.scrollHeight;
    window.scrollTo(0, document.body.scrollHeight);
}"""
_CLICK = """words => {
    const more = new RegExp(words, 'i');
    const kinds = 'button, a:not([href]), a[href^="#"], a[href^="javascript"], [role=button]';
    const found = [...document.querySelectorAll(kinds)]
        .find(e => more.test((e.innerText || '').trim().slice(0, 60)) && !e.disabled);
    if (found) found.click();
    return Boolean(found);
}"""


async def still(page: Any) -> None:
    """Wait until nothing is under way and nothing changes any more."""
    before = None
    await page.wait_for_load_state("networkidle")
    while (now := await page.evaluate(_COUNT)) != before:
        before = now
        await asyncio.sleep(STILL)
        await page.wait_for_load_state("networkidle")


async def show_more(page: Any, times: int) -> list[str]:
    """Make a listing grow, by its button or by scrolling; returns the cards that disappeared while it grew.

    `times`: how often at most.
    """
    seen = now = await page.evaluate(_CARDS)
    for _ in range(times):
        await page.evaluate(_DOWN)
        await page.evaluate(_CLICK, _MORE)
        await still(page)
        now = await page.evaluate(_CARDS)
        if now.keys() <= seen.keys():
            break
        seen = seen | now
    return [card for address, card in seen.items() if address not in now]
