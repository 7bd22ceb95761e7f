"""An S3 server of the tests' own, on loopback: moto, which honours the conditions of writes."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Event, Thread
from typing import Any

NAME = "news"


class Bucket:
    """A bucket that keeps every version of its objects, so that each write can be counted."""

    def __init__(self) -> None:
        from moto.server import ThreadedMotoServer

        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self.server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
        self.server.start()
        host, port = self.server.get_host_and_port()
        self.server._port = port  # when it is started again
        keys = dict.fromkeys(("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"), "tests")
        self.environ = {**keys, "AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_DEFAULT_REGION": "us-east-1"}
        self.client = self._client()

    def _client(self) -> Any:
        import boto3

        names = {"AWS_ACCESS_KEY_ID": "aws_access_key_id", "AWS_SECRET_ACCESS_KEY": "aws_secret_access_key"}
        keys = {argument: self.environ[name] for name, argument in names.items()}
        return boto3.client("s3", endpoint_url=self.environ["AWS_ENDPOINT_URL"], region_name="us-east-1", **keys)

    def make(self) -> None:
        self.client.create_bucket(Bucket=NAME)
        self.client.put_bucket_versioning(Bucket=NAME, VersioningConfiguration={"Status": "Enabled"})

    def take_away(self) -> None:
        for each in self._versions():
            self.client.delete_object(Bucket=NAME, Key=each["Key"], VersionId=each["VersionId"])
        self.client.delete_bucket(Bucket=NAME)

    def empty(self) -> None:
        if self.client.list_buckets()["Buckets"]:
            self.take_away()
        self.make()

    def put(self, key: str, data: bytes) -> None:
        self.client.put_object(Bucket=NAME, Key=key, Body=data)

    def objects(self) -> dict[str, bytes]:
        """Key -> bytes."""
        found = self.client.list_objects_v2(Bucket=NAME).get("Contents", [])
        return {each["Key"]: self.client.get_object(Bucket=NAME, Key=each["Key"])["Body"].read() for each in found}

    def writes(self) -> int:
        """How many times objects were written that are there."""
        here = self.objects()
        return sum(each["Key"] in here for each in self._versions())

    @contextmanager
    def away_after(self, writes: int) -> Iterator[Event]:
        """The server goes in place of the last of so many writes; it is back when the event is set, or at the end."""
        served, counted, gone, wanted = self.server._server, count(1), Event(), Event()
        assert served
        app = served.app

        def leave() -> None:
            self.server.stop()
            served.server_close()
            gone.set()
            wanted.wait()
            self.server.start()

        away = Thread(target=leave)

        def counting(environ: Any, start: Any) -> Any:
            if environ["REQUEST_METHOD"] == "PUT" and next(counted) == writes:
                away.start()
                gone.wait()
                raise ConnectionAbortedError
            return app(environ, start)

        served.app = counting
        try:
            yield wanted
        finally:
            wanted.set()
            away.join()

    def _versions(self) -> list[dict[str, Any]]:
        found = self.client.list_object_versions(Bucket=NAME)
        return [*found.get("Versions", ()), *found.get("DeleteMarkers", ())]

    def close(self) -> None:
        self.server.stop()
