"""What a store in PostgreSQL has beyond one in a file: several machines, and a server that goes away."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.errors import SiteBusy, StoreError
from newscrawl.store import Store
from tests.support.postgres import Cluster, schema

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "https://example.com/1"


@pytest.fixture
def address(cluster: Cluster) -> Iterator[str]:
    with schema(cluster) as address:
        yield address


def add(store: Store, number: int) -> None:
    store.pages.add("example", URL, NOON, [number])


def test_a_server_that_was_restarted_is_found_again(cluster: Cluster, address: str) -> None:
    with Store.open(address) as store:
        store.claim("example")
        for number in range(2):
            cluster.stop()
            cluster.start()
            if number:
                assert store.pages.id_of(0) == 1
            with store.transaction():
                add(store, number)
        with pytest.raises(StoreError), store.transaction():
            add(store, 2)
            cluster.stop()
            cluster.start()
            store.pages.happened(1, NOON, "in a transaction that the server never saw the end of")
        assert [bool(store.pages.id_of(number)) for number in range(3)] == [True, True, False]
        assert store.claimed() == ["example"]


def test_several_processes_make_a_new_store_at_once(address: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        for store in pool.map(lambda _: Store.open(address), range(4)):
            store.close()


def test_one_run_at_a_time_has_a_site(address: str) -> None:
    with Store.open(address) as one, Store.open(address) as other:
        one.claim("example")
        other.claim("another")
        with pytest.raises(SiteBusy, match="example: another run"):
            other.claim("example")
        assert sorted(one.claimed() or ()) == ["another", "example"]
    with Store.open(address) as other:
        other.claim("example")


def test_a_run_that_was_thought_dead_writes_nothing_more(cluster: Cluster, address: str) -> None:
    with Store.open(address) as cut_off, Store.open(address) as other:
        cut_off.claim("example")
        cluster.end_connections(but=other)
        other.claim("example")
        with pytest.raises(StoreError, match="another run has taken the site"):
            add(cut_off, 1)
        assert other.pages.id_of(1) is None


def test_the_number_of_the_claim_goes_with_every_change(address: str) -> None:
    with Store.open(address) as run, Store.open(address) as other:
        run.claim("example")
        other._database.write("UPDATE leases SET fence = fence + 1")
        with pytest.raises(StoreError, match="this one writes nothing more"), run.transaction():
            add(run, 1)


def test_a_transaction_is_all_or_nothing(address: str) -> None:
    with Store.open(address) as store:
        with pytest.raises(ZeroDivisionError), store.transaction():
            add(store, 1)
            raise ZeroDivisionError
        assert store.pages.id_of(1) is None


def test_texts_may_have_a_nul(address: str) -> None:
    with Store.open(address) as store:
        add(store, 1)
        store.pages.change(1, reason="a\0b 100% \\ ' ?")
        page = store.pages.get(1)
        assert page and page.reason == "a\ufffdb 100% \\ ' ?"


def test_who_looks_at_a_store_writes_nothing(address: str) -> None:
    with Store.reading(address) as store:
        assert store.runs.sites() == []
    Store.open(address).close()
    with Store.reading(address) as store, pytest.raises(StoreError, match="cannot be written"):
        add(store, 1)


def test_the_line_names_the_place_and_no_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"^postgresql://127.0.0.1:1/x: ") as caught:
        Store.open("postgresql://me:secret@127.0.0.1:1/x")
    assert "secret" not in str(caught.value)
    with pytest.raises(StoreError, match="is accepted"):
        Store.open("mysql://127.0.0.1/x")


def test_a_newer_store_is_left_alone(address: str) -> None:
    with Store.open(address) as store:
        store._database.write("UPDATE store_version SET version = 999")
    with pytest.raises(StoreError, match=r"newer newscrawl \(version 999"):
        Store.open(address)


def test_a_store_is_copied_either_way_and_goes_on_where_it_was_cut_off(
    address: str, cluster: Cluster, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "a.db") as file, Store.open(address) as server, Store.open(tmp_path / "b.db") as back:
        for number in range(12):
            add(file, number)
        file.runs.begin("example", {}, NOON)
        file.articles.put(1, NOON, {"title": "a"})
        file.articles.put(1, NOON, {"title": "b"}, edited=True)
        with server.transaction():  # of a copy that was cut off
            server._database.fill("names", ("key", "page"), [(0, 1), (1, 2)])
        count = file.copy_to(server)
        assert server.copy_to(back) == count
        assert back.articles.versions(1) == file.articles.versions(1)
        add(server, 99)
        assert server.pages.id_of(99) == 13
        with pytest.raises(StoreError, match="is in use"):
            file.copy_to(server)
