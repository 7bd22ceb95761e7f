"""Ciphers: DOWNLOADER_CLIENT_TLS_CIPHERS as OpenSSL reads it. Twisted takes the ciphers' names and loses @SECLEVEL."""

from typing import Any

from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer

from newscrawl.fetch.private_names import context_of_creator


@implementer(IPolicyForHTTPS)
class Ciphers:
    """A policy for connections by https that says to OpenSSL what the setting says, security level and all."""

    def __init__(self, policy: Any, ciphers: str) -> None:
        self.policy, self.ciphers = policy, ciphers.encode()

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:  # noqa: N802 (Twisted's name)
        creator = self.policy.creatorForNetloc(hostname, port)
        context_of_creator(creator).set_cipher_list(self.ciphers)
        return creator
