"""Which sites are well, and what was told of it."""

from datetime import UTC, datetime, timedelta

from newscrawl.store import Store
from newscrawl.store.wellbeing import Change

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_change_is_untold_until_it_was_told(store: Store) -> None:
    ill = Change("one", False, NOON, "broken")
    store.wellbeing.note(ill)
    assert store.wellbeing.untold() == [ill]
    store.wellbeing.told(ill)
    assert store.wellbeing.untold() == []


def test_since_is_when_it_changed_and_the_reason_is_the_last(store: Store) -> None:
    for hour, reason in enumerate(("broken", "still broken")):
        store.wellbeing.note(Change("one", False, NOON + timedelta(hours=hour), reason))
    assert store.wellbeing.untold() == [Change("one", False, NOON, "still broken")]


def test_nobody_is_told_that_a_new_site_is_well_or_of_a_change_that_went_back(store: Store) -> None:
    store.wellbeing.note(Change("new", True, NOON, ""))
    for well in (True, False, True):
        store.wellbeing.note(Change("one", well, NOON, ""))
    assert store.wellbeing.untold() == []


def test_a_site_is_told_of_when_it_has_failed_so_often_in_a_row(store: Store) -> None:
    seen = []
    for well in (False, True, False, False, False, True):
        store.wellbeing.note(Change("one", well, NOON, "broken"))
        seen.append([change.well for change in store.wellbeing.untold(after=2)])
        for change in store.wellbeing.untold(after=2):
            store.wellbeing.told(change)
    assert seen == [[], [], [], [False], [], [True]]
