"""What one run of a host leaves to the next."""

from newscrawl.store import Place, Store
from newscrawl.store.hosts import LONGEST_REST, HostPace

PACE = HostPace(rest=50, why="status 429, Retry-After", gap=2, latency=0.25)


def test_a_rest_outlives_its_run_and_goes_by_the_clock_of_the_database(place: Place) -> None:
    with Store.open(place) as store:
        assert store.hosts.get("example.com") == HostPace()
        store.hosts.put("example.com", PACE, going=False)
    with Store.open(place) as store:
        found = store.hosts.get("example.com")
        assert 40 < found.rest < 50
        assert (found.why, found.gap, found.latency) == ("status 429, Retry-After", 2, 0.25)
        store.hosts.put("example.com", HostPace(rest=10**9), going=False)
        assert store.hosts.get("example.com").rest <= LONGEST_REST


def test_a_run_that_has_no_end_may_have_asked_a_moment_ago(store: Store) -> None:
    for going, rest in ((True, 2), (False, 0)):
        store.hosts.put("example.com", HostPace(gap=2, why="long over"), going=going)
        found = store.hosts.get("example.com")
        assert (found.rest > 1.9, found.why) == (bool(rest), "")
