"""What a server gave to ask it later."""

from scrapy.http import Response

from newscrawl.state.validators import Validators, validators_of

URL = "https://example.com/a"


def test_validators_are_kept_as_the_server_wrote_them() -> None:
    headers = {"ETag": 'W/"\xe9"'.encode("latin-1"), "Last-Modified": "yesterday"}
    assert validators_of(Response(URL, headers=headers)) == Validators('W/"\xe9"', "yesterday")
    assert validators_of(Response(URL)) == Validators()
