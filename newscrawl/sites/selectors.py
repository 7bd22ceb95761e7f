"""Selectors: what is wrong with one, told when a description is read and not when its first page comes."""


def mistake(selector: str, *, css_alone: bool) -> str:
    """What is wrong with a selector, "" where nothing is: CSS, or XPath where it begins with "/" or "(".

    `css_alone`: whether XPath is none here.
    """
    # Here, for few descriptions have any, and every command reads all of them.
    from cssselect import HTMLTranslator, SelectorError
    from lxml import etree

    if selector.startswith(("/", "(")) and css_alone:
        return "CSS is needed here, such as h2 a"
    try:
        etree.XPath(selector if selector.startswith(("/", "(")) else HTMLTranslator().css_to_xpath(selector))
    except (SelectorError, etree.XPathError) as error:
        return str(error)
    return ""
