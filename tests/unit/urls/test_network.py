"""Which addresses are anybody's on the Internet, and which names say themselves that they are private."""

import pytest

from newscrawl.urls.network import is_private_name, is_public


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450::200e"]
)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
        *("169.254.169.254", "169.254.0.1", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192"),
        *("224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "203.0.113.9"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1"),
        *("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a9fe:a9fe::1"),
        *("2001:0:7f00:1::", "no address", "", "1.2.3", "999.1.1.1"),
    ],
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("localhost", True),
        ("intranet", True),
        ("wiki.local", True),
        ("blog.test", True),
        ("db.internal", True),
        ("router.home.arpa", True),
        ("127.0.0.1", True),
        ("[::1]", True),
        ("::1", True),
        ("192.168.0.7", True),
        ("LOCALHOST.", True),
        ("example.com", False),
        ("local.example.com", False),
        ("8.8.8.8", False),
        ("127.0.0.1.example.com", False),
    ],
)
def test_private_names(host: str, private: bool) -> None:
    assert is_private_name(host) == private
