"""Where alerts arrive: a web server and a mail server that take everything."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any


class Hook(BaseHTTPRequestHandler):
    """Takes JSON."""

    got: list[Any]

    def do_POST(self) -> None:
        self.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Post(socketserver.StreamRequestHandler):
    """Takes mail."""

    got: list[Any]

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            word = line.split()[0].upper()
            self.wfile.write({b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}.get(word, b"250 well\r\n"))
            if word == b"DATA":
                self.got.append(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
                self.wfile.write(b"250 well\r\n")
            if word == b"QUIT":
                return


@contextmanager
def receiving(kind: type[Hook] | type[Post]) -> Iterator[tuple[str, list[Any]]]:
    """A server of the kind: host and port, and what it gets."""
    got: list[Any] = []
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), type(kind.__name__, (kind,), {"got": got})) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}", got
        server.shutdown()
        thread.join()
