"""What a server and a proxy of a test share: a thread that listens on loopback until the test is done."""

import asyncio
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

Reader = asyncio.StreamReader
Writer = asyncio.StreamWriter


@dataclass
class Listener:
    """Listens on every loopback address (127.0.0.1, 127.0.0.2 … and ::1), so that one of them is many hosts."""

    certificate: ssl.SSLContext | None = None

    async def serve(self, reader: Reader, writer: Writer) -> None:
        """Serve one connection."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        ready = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self.run(ready)), daemon=True)
        self.thread.start()
        ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self.stop.set)
        self.thread.join(10)

    async def run(self, ready: threading.Event) -> None:
        self.loop, self.stop = asyncio.get_running_loop(), asyncio.Event()
        self.tasks: set[asyncio.Task[Any]] = set()
        listener = socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True, backlog=200)
        self.port: int = listener.getsockname()[1]
        server = await asyncio.start_server(self._connected, sock=listener, ssl=self.certificate)
        ready.set()
        await self.stop.wait()
        server.close()
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def _connected(self, reader: Reader, writer: Writer) -> None:
        """One client, until it or this end is done: nothing stays open behind it."""
        task = asyncio.current_task()
        assert task
        self.tasks.add(task)
        try:
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
                await self.serve(reader, writer)
        finally:
            self.tasks.discard(task)
            writer.close()
