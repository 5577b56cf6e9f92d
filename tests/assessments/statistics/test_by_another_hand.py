"""Our figures against those of libraries that are not ours: numpy, scipy and statsmodels.

Loading the last two takes longer than all that is asked of them, so that is left until one of these tests runs.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from answer_sheets import SECTORS, TELL_ALL, items, sheets
from hypothesis import given
from hypothesis import strategies as st

from assessments.statistics import PaperFigures, Size, describe
from assessments.statistics.differing import compared

if TYPE_CHECKING:
    from statsmodels.stats.contingency_tables import StratifiedTable

SHEETS = sheets(600, 12, harder_in_welsh=5)
SCORES = np.array([sheet.scores for sheet in SHEETS])


@pytest.fixture(scope="module")
def figures() -> PaperFigures:
    return describe(SHEETS, items(12), TELL_ALL)


def test_facility_is_the_mean(figures: PaperFigures) -> None:
    assert [item.facility for item in figures.items] == pytest.approx(SCORES.mean(axis=0))


def test_discrimination_is_pearsons_correlation_with_the_other_items(figures: PaperFigures) -> None:
    from scipy import stats

    rest = SCORES.sum(axis=1, keepdims=True) - SCORES
    wanted = [stats.pearsonr(SCORES[:, n], rest[:, n]).statistic for n in range(12)]
    assert [item.correlation for item in figures.items] == pytest.approx(wanted)


def test_alpha_and_its_error_are_those_of_the_covariance_matrix(figures: PaperFigures) -> None:
    covariances = np.cov(SCORES, rowvar=False)
    alpha = 12 / 11 * (1 - np.trace(covariances) / covariances.sum())
    assert figures.reliability
    assert figures.reliability.alpha == pytest.approx(alpha)
    assert figures.reliability.error * 12 == pytest.approx(SCORES.sum(axis=1).std(ddof=1) * math.sqrt(1 - alpha))


def test_for_right_and_wrong_alpha_is_kr_20(figures: PaperFigures) -> None:
    right = SCORES.mean(axis=0)
    kr_20 = 12 / 11 * (1 - (right * (1 - right)).sum() / SCORES.sum(axis=1).var())
    assert figures.reliability
    assert figures.reliability.right_or_wrong
    assert figures.reliability.alpha == pytest.approx(kr_20)


def test_differences_by_language_are_those_of_statsmodels(figures: PaperFigures) -> None:
    welsh = np.array([sheet.language == "cy" for sheet in SHEETS])
    for number, item in enumerate(figures.items):
        agrees(item.welsh_to_english, number, welsh)


def test_differences_by_sector_are_those_of_statsmodels(figures: PaperFigures) -> None:
    for sector in SECTORS:
        own = np.array([sheet.sector == sector for sheet in SHEETS])
        for number, item in enumerate(figures.items):
            agrees(item.sector_to_others[sector], number, own)


def stratified(tables: list[np.ndarray]) -> StratifiedTable:
    from statsmodels.stats.contingency_tables import StratifiedTable

    return StratifiedTable(tables)


def agrees(ours: object, number: int, first: np.ndarray) -> None:
    totals = SCORES.sum(axis=1)
    tables = []
    for total in np.unique(totals):
        at = totals == total
        table = [[(at & group & (SCORES[:, number] == score)).sum() for score in (1, 0)] for group in (first, ~first)]
        if np.sum(table[0]) and np.sum(table[1]):
            tables.append(np.array(table))
    theirs = stratified(tables)
    assert ours.odds_ratio == pytest.approx(theirs.oddsratio_pooled)
    assert (ours.low, ours.high) == pytest.approx(theirs.oddsratio_pooled_confint(), rel=1e-5)
    squared = theirs.test_null_odds(correction=True).statistic
    # Theirs corrects a difference of less than a half into one the other way round; ours, like R's, into none.
    assert ours.chi_square == pytest.approx(squared) or (ours.chi_square == 0 and squared < 0.25)


def test_the_item_made_harder_in_welsh_is_found_and_no_other_is_called_large(figures: PaperFigures) -> None:
    sizes = [item.welsh_to_english.size for item in figures.items if item.welsh_to_english]
    assert sizes[5] is Size.LARGE
    assert Size.LARGE not in sizes[:5] + sizes[6:]
    assert not figures.items[5].welsh_to_english.easier


def test_the_interval_holds_whatever_the_strata() -> None:
    @given(st.lists(st.tuples(*[st.integers(1, 40)] * 4), min_size=2, max_size=6))
    def holds(strata: list[tuple[int, int, int, int]]) -> None:
        ours = compared(strata, TELL_ALL)
        theirs = stratified([np.array([[a, b], [c, d]]) for a, b, c, d in strata])
        assert ours
        assert ours.odds_ratio == pytest.approx(theirs.oddsratio_pooled)
        assert (ours.low, ours.high) == pytest.approx(theirs.oddsratio_pooled_confint(), rel=1e-5)
        assert ours.low <= ours.odds_ratio <= ours.high

    holds()


def test_calibration_is_the_brier_score_over_all_answers(figures: PaperFigures) -> None:
    sure = np.array([sheet.confidence for sheet in SHEETS]) / 10
    found = figures.calibration
    assert found
    assert found.brier == pytest.approx(((sure - SCORES) ** 2).mean())
    assert found.too_sure == pytest.approx((sure - SCORES).mean())
    top = found.bands[-1]
    assert top.right == pytest.approx(SCORES[sure >= 0.9].mean())
