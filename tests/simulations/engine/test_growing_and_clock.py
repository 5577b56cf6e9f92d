"""The two small structures under the state: a log that grows without being copied, and the conference's clock."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from simulations.engine.clock import ConferenceClock
from simulations.engine.growing import BLOCK, Growing

NINE = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def grown(length: int) -> Growing[int]:
    sequence: Growing[int] = Growing()
    for number in range(length):
        sequence = sequence.and_then(number)
    return sequence


@given(st.integers(0, 3 * BLOCK), st.integers(0, 3 * BLOCK))
def test_it_holds_what_was_added_and_tells_what_came_since(length: int, earlier: int) -> None:
    sequence = grown(length)
    assert len(sequence) == length
    assert list(sequence) == list(range(length))
    assert list(sequence.since(min(earlier, length))) == list(range(min(earlier, length), length))


def test_adding_shares_all_full_blocks_with_the_sequence_before() -> None:
    before = grown(5 * BLOCK + 3)
    after = before.and_then(7)
    assert all(one is other for one, other in zip(before.blocks, after.blocks, strict=True))
    assert len(after.tail) < BLOCK


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), min_size=1, max_size=6))
def test_a_clock_reads_only_the_time_that_it_ran(stretches: list[tuple[int, int]]) -> None:
    clock, now, ran = ConferenceClock(), NINE, timedelta()
    for runs, stands in stretches:
        clock = clock.started(now)
        now += timedelta(seconds=runs)
        ran += timedelta(seconds=runs)
        assert clock.read(now) == ran
        assert clock.was(now) == ran
        assert clock.at(ran) == now
        clock = clock.stopped(now)
        now += timedelta(seconds=stands)
        assert clock.read(now) == ran
        assert clock.at(ran + timedelta(seconds=1)) is None


def test_a_moment_before_the_start_is_the_start() -> None:
    assert (
        ConferenceClock().started(NINE).stopped(NINE + timedelta(hours=1)).was(NINE - timedelta(hours=1)) == timedelta()
    )
