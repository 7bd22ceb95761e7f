"""Which addresses of the network a crawl may connect to. Pure: no names are resolved here."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

# Private by use: Azure's metadata and DNS service ("168.63.129.16" at learn.microsoft.com) and
# the IETF's protocol assignments (RFC 6890), where Oracle's cloud has its own, which Python 3.11 takes for public.
PRIVATE = (ip_network("168.63.129.16/32"), ip_network("192.0.0.0/24"))
# IPv6 networks that carry an IPv4 address inside: NAT64 (RFC 6052, 8215) and "compatible" (RFC 4291).
NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
COMPATIBLE = ip_network("::/96")
# Names that are nobody's in the public DNS (RFC 2606, 6761, 6762, 8375; ICANN on .internal), or of one label.
PRIVATE_NAMES = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".home.arpa", ".test", ".corp")


def is_public(address: str) -> bool:
    """May anyone on the Internet be meant by this address? False for what is loopback, private, link-local, multicast,
    metadata, reserved, or hides such an IPv4 address in an IPv6 one; and for what is no address at all."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(is_public_number(each) for each in (found, *inside(found)))


def is_public_number(address: Address) -> bool:
    if any(address in network for network in PRIVATE):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def inside(address: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 one stands for."""
    if isinstance(address, IPv4Address):
        return []
    found: list[Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in COMPATIBLE or any(address in network for network in NAT64):
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in found if each]


def is_private_name(host: str) -> bool:
    """Does a host's name itself say that it is a private one: an address, `localhost`, `intranet`, `wiki.local`?

    Such a host may be crawled when a user names it. A public name whose DNS answer is private may not: there the
    answer says so, and not the user.
    """
    name = host.rstrip(".").lower()
    try:
        return not is_public(str(ip_address(name.strip("[]"))))
    except ValueError:
        return "." not in name or name.endswith(PRIVATE_NAMES)
