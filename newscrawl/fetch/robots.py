"""robots.txt as RFC 9309 wants it, asked for once per host and run."""

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached


class Robots(RobotsTxtMiddleware):
    async def robot_parser(self, request: Request) -> RobotParser | None:
        # Scrapy 2.14 to 2.19 let the third and later requests that wait for a robots.txt through unread.
        await super().robot_parser(request)
        parser = self._parsers[urlparse_cached(request).netloc]
        assert parser is None or isinstance(parser, RobotParser)
        return parser
