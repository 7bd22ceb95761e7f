"""A PostgreSQL of the tests' own, on loopback: Debian's programs, a cluster in a folder that goes with the tests."""

import os
import shutil
import signal
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

SETTINGS: tuple[str, ...] = ("fsync=off", "max_connections=60", "shared_buffers=16MB", "listen_addresses=127.0.0.1")


def programs() -> Path | None:
    """The folder of the newest PostgreSQL, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


class Cluster:
    """A server with its data. It ends with this process, however that ends."""

    def __init__(self) -> None:
        bin = programs()
        assert bin
        self.bin, self.folder = bin, Path(mkdtemp(prefix="newscrawl-postgres-"))
        # PostgreSQL will not run as root.
        self.account = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        if self.account:
            shutil.chown(self.folder, "postgres")
        initdb = [bin / "initdb", "-D", self.folder, "-U", "tests", "--auth=trust", "--no-sync", "--locale=C", "-EUTF8"]
        subprocess.run(self._as_account(*initdb), check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.start()

    @property
    def address(self) -> str:
        return f"postgresql://tests@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        options = ["-p", self.port, "-k", self.folder, *(part for setting in SETTINGS for part in ("-c", setting))]
        command = self._as_account(self.bin / "postgres", "-D", self.folder, *options)
        self.server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while subprocess.run([self.bin / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode:
            assert self.server.poll() is None
            time.sleep(0.02)

    def stop(self) -> None:
        """As at a power cut."""
        self.server.send_signal(signal.SIGQUIT)
        self.server.wait()

    def end_connections(self, but: Any) -> None:
        """As a cut network does, of all but one store."""
        but._database.read(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'postgres' "
            "AND pid != pg_backend_pid()"
        )

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _as_account(self, *command: object) -> list[str]:
        return ["setpriv", "--pdeathsig=QUIT", *self.account, *map(str, command)]


@contextmanager
def schema(cluster: Cluster) -> Iterator[str]:
    """The address of a schema that has nothing yet, for one test."""
    import psycopg

    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(cluster.address, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    yield f"{cluster.address}?options=-csearch_path%3D{name}"
