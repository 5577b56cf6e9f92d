"""Questions asked at about the same time go together, and each gets its own answer."""

import asyncio
from collections.abc import Sequence

from simulations.live.gathering import MOST_AT_ONCE, Gathering


class Doubling:
    """Answers each number with its double; a negative one spoils the question it is asked in."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def __call__(self, numbers: Sequence[int]) -> list[int]:
        self.asked.append(list(numbers))
        await self.may_answer.wait()
        if min(numbers) < 0:
            raise ValueError
        return [2 * each for each in numbers]


async def test_one_alone_waits_for_nobody_and_those_who_come_meanwhile_go_together() -> None:
    doubling = Doubling()
    gathering = Gathering(doubling)
    doubling.may_answer.clear()
    first = asyncio.create_task(gathering.answer(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert doubling.asked == [[1]]
    others = [asyncio.create_task(gathering.answer(each)) for each in (2, 3, 4)]
    await asyncio.sleep(0)
    doubling.may_answer.set()
    assert await asyncio.gather(first, *others) == [2, 4, 6, 8]
    assert doubling.asked == [[1], [2, 3, 4]]
    assert await gathering.answer(5) == 10


async def test_what_cannot_be_answered_fails_nobody_else() -> None:
    doubling = Doubling()
    gathering = Gathering(doubling)
    found = await asyncio.gather(*(gathering.answer(each) for each in (1, -1, 2)), return_exceptions=True)
    assert [found[0], found[2]] == [2, 4]
    assert isinstance(found[1], ValueError)


async def test_somebody_who_left_meanwhile_keeps_nobody_waiting() -> None:
    doubling = Doubling()
    gathering = Gathering(doubling)
    doubling.may_answer.clear()
    leaving, staying = (asyncio.create_task(gathering.answer(each)) for each in (1, 2))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    leaving.cancel()
    doubling.may_answer.set()
    assert await staying == 4


async def test_no_question_is_larger_than_the_bound() -> None:
    doubling = Doubling()
    gathering = Gathering(doubling)
    numbers = range(MOST_AT_ONCE * 2 + 1)
    assert await asyncio.gather(*map(gathering.answer, numbers)) == [2 * each for each in numbers]
    assert max(map(len, doubling.asked)) == MOST_AT_ONCE
