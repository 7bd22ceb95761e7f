"""What became of every time that a site was due."""

from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.store import Store
from newscrawl.store.slots import SlotEnd, SlotOutcome, SlotSpan, slot_of

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def ran(store: Store, minute: int, how: SlotOutcome = "finished", site: str = "one") -> None:
    row = store.slots.start(site, SlotSpan(at(minute), at(minute), 1), late="", now=at(minute), pid=1)
    store.slots.end(row, at(minute + 1), SlotEnd(how, 0, ""))


def test_a_slot_is_read_back_as_it_was_put_down(store: Store) -> None:
    row = store.slots.start("one", SlotSpan(at(30), at(10), 3), late="busy", now=at(31), pid=7)
    assert [slot.id for slot in store.slots.running()] == [row]
    store.slots.end(row, at(32), SlotEnd("failed", 1, "no listing"))
    slot = store.slots.get(row)
    assert (slot.slot, slot.first, slot.covers, slot.late, slot.started) == (at(30), at(10), 3, "busy", at(31))
    assert (slot.ended, slot.how, slot.exit_code, slot.problem, slot.pid) == (at(32), "failed", 1, "no listing", 7)
    assert not slot.well and store.slots.running() == []


def test_the_newest_slots_come_first_of_one_site_or_of_all(store: Store) -> None:
    for minute, site in ((0, "one"), (10, "two"), (20, "one")):
        ran(store, minute, site=site)
    assert [slot.slot for slot in store.slots.of()] == [at(20), at(10), at(0)]
    assert [slot.slot for slot in store.slots.of("one", 1)] == [at(20)]


@pytest.mark.parametrize(("how", "last"), [("finished", 10), ("failed", 10), ("stopped", 0), ("lost", 0)])
def test_a_slot_that_was_stopped_is_dealt_with_after_its_second_try(how: SlotOutcome, last: int, store: Store) -> None:
    ran(store, 0)
    ran(store, 10, how)
    assert store.slots.last("one", at(60)) == at(last)
    ran(store, 10, how)
    assert store.slots.last("one", at(60)) == at(10)
    assert store.slots.last("one", at(5)) == at(0)
    assert store.slots.last("two", at(60)) is None


def test_what_was_missed_was_not_started(store: Store) -> None:
    ran(store, 0)
    store.slots.miss("one", SlotSpan(at(10), at(10), 1), "off")
    assert store.slots.started("one", at(0), at(60)) == [at(0)]
    assert store.slots.last("one", at(60)) == at(10)


def test_a_run_belongs_to_the_slot_that_it_was_started_for(store: Store) -> None:
    ran(store, 0)
    ran(store, 30, site="two")
    runs = [store.runs.begin("one", {}, NOON + timedelta(seconds=seconds)) for seconds in (2, 600)]
    scheduled, by_hand = [store.runs.get(run) for run in runs]
    assert scheduled and by_hand
    slot = slot_of(scheduled, store.slots.of())
    assert slot and slot.slot == at(0)
    assert slot_of(by_hand, store.slots.of()) is None
