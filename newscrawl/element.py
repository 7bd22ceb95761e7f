"""Element: one element of a parsed page, feed or sitemap, as lxml has it."""

from lxml import etree

# lxml has no public name for the type of its elements; `etree.Element` is the function that makes one.
Element = etree._Element
