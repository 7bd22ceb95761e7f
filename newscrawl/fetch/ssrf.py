"""The SSRF guard: no page, redirect, feed or DNS answer can make a crawl connect to a private address.

It stands between Twisted and its resolver, so it sees the very addresses that are connected to: a name that resolved
well a moment ago and resolves to 127.0.0.1 now (DNS rebinding) gets no further than 127.0.0.1 itself, and neither do
`0x7f.1`, `2130706433` or `[::ffff:127.0.0.1]`, which all arrive here as what they are.
"""

from collections.abc import Callable, Sequence
from typing import Any

from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer

Pruner = Callable[[str, str, int], bool]
"""(host as asked for, address it resolved to, port) -> may it be connected to?"""


@implementer(IHostnameResolver)
class Guard:
    """A Twisted name resolver that hands on only the addresses that `judge` lets through."""

    def __init__(self, resolver: Any, judge: Pruner) -> None:
        self.resolver, self.judge = resolver, judge

    def resolveHostName(  # noqa: N802 - Twisted's name
        self,
        resolutionReceiver: IResolutionReceiver,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> IHostResolution:
        found: IHostResolution = self.resolver.resolveHostName(
            Receiver(resolutionReceiver, hostName, self.judge), hostName, portNumber, addressTypes, transportSemantics
        )
        return found


@implementer(IResolutionReceiver)
class Receiver:
    def __init__(self, receiver: Any, host: str, judge: Pruner) -> None:
        self.receiver, self.host, self.judge = receiver, host, judge

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802
        self.receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        if self.judge(self.host, address.host, address.port):
            self.receiver.addressResolved(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        self.receiver.resolutionComplete()
