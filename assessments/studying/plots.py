"""Where things stand in our two plots, in the units of their `viewBox`. The tables beside them say the same."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.statistics import Calibration, PaperFigures

WIDTH = 640
LEFT, RIGHT, TOP = 56, 600, 30  # right of it half of “100 %” has room, in the larger letters of a phone
STEP = 24
TICKS = (0, 25, 50, 75, 100)
SQUARE, MARGIN = 320, 48


@dataclass(frozen=True)
class Bar:
    """How hard one question is; `number` is its place in the table."""

    number: int
    y: float
    width: float
    percent: int
    worries: bool


@dataclass(frozen=True)
class Bars:
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]
    height: float


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    words: str


@dataclass(frozen=True)
class Square:
    """Sureness to the right, what was right upwards; both in per cent."""

    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, float, int], ...]


def bars(figures: PaperFigures) -> Bars | None:
    """None where no question has a facility that may be told."""
    told = [(number, item) for number, item in enumerate(figures.items, start=1) if item.facility is not None]
    if not told:
        return None
    drawn = tuple(
        Bar(number, TOP + STEP * place, item.facility * (RIGHT - LEFT), round(100 * item.facility), bool(item.worries))
        for place, (number, item) in enumerate(told)
        if item.facility is not None
    )
    ticks = tuple((LEFT + (RIGHT - LEFT) * tick / 100, tick) for tick in TICKS)
    return Bars(drawn, ticks, TOP + STEP * len(drawn) + 8)


def square(found: Calibration | None) -> Square | None:
    """None where no band may be told."""
    bands = [band for band in found.bands if band.sure is not None and band.right is not None] if found else []
    if not bands:
        return None
    dots = tuple(Dot(_along(band.sure or 0), _up(band.right or 0), f"{band.low}–{band.high}") for band in bands)
    return Square(dots, tuple((_along(tick / 100), _up(tick / 100), tick) for tick in TICKS))


def _along(share: float) -> float:
    return round(MARGIN + share * (SQUARE - 2 * MARGIN), 1)


def _up(share: float) -> float:
    return round(SQUARE - MARGIN - share * (SQUARE - 2 * MARGIN), 1)
