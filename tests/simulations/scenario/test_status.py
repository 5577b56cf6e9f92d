"""Draft, sample, published: worked out from what is there, with all that is missing listed at once."""

from pathlib import Path

from simulations.engine.scenario import Reading, Status, read

FILES = Path(__file__).parents[2] / "files" / "scenarios"
SMALL = (FILES / "small.yaml").read_text(encoding="utf-8")
CONTENT = """outcomes: {pool: {en: "Say it", cy: "Ei ddweud"}}
content_note: {en: "Harm", cy: "Niwed"}
prebrief: {en: "Stay", cy: "Aros"}
support: {en: "Ask", cy: "Gofyn"}
debrief: {questions: [{en: "Why?", cy: "Pam?"}]}
"""
PEOPLE = "authorship: {fiction: true, written_by: One, reviewed_by: Two, piloted: 2026-05-01}\n"


def missing(reading: Reading, status: Status) -> list[str]:
    return [each.path for each in reading.missing_for(status)]


def test_a_file_with_only_what_it_needs_to_run_is_a_draft_that_can_be_held() -> None:
    reading = read(SMALL)

    assert reading.status is Status.DRAFT
    assert reading.may_be_held
    assert set(missing(reading, Status.SAMPLE)) == {
        "outcomes", "content_note", "prebrief", "support", "authorship.fiction", "debrief.questions"
    }  # fmt: skip


def test_a_complete_file_that_nobody_reviewed_or_tried_is_a_sample() -> None:
    reading = read(SMALL + CONTENT + "authorship: {fiction: true}\n")

    assert reading.status is Status.SAMPLE
    assert set(missing(reading, Status.PUBLISHED)) == {
        "authorship.written_by",
        "authorship.reviewed_by",
        "authorship.piloted",
    }


def test_a_complete_file_with_a_reviewer_and_a_pilot_is_published() -> None:
    assert read(SMALL + CONTENT + PEOPLE).status is Status.PUBLISHED


def test_nobody_reviews_their_own_scenario() -> None:
    reading = read(SMALL + CONTENT + PEOPLE.replace("Two", "one"))

    assert reading.status is Status.SAMPLE or reading.status is Status.DRAFT
    assert [each.code for each in reading.missing_for(Status.PUBLISHED)] == ["reviewer-is-writer"]


def test_a_scenario_in_one_language_is_not_published() -> None:
    reading = read((SMALL + CONTENT + PEOPLE).replace("languages: [en, cy]", "languages: [en]"))

    assert missing(reading, Status.PUBLISHED) == ["languages"]


def test_a_warning_stops_nothing_but_publishing() -> None:
    reading = read((SMALL + CONTENT + PEOPLE).replace("A call at night.", "A call from CF10 3NQ."))

    assert reading.may_be_held
    assert reading.status is Status.SAMPLE


def test_a_file_with_an_error_has_no_scenario() -> None:
    reading = read(SMALL.replace("age: 7", "age: seven"))

    assert reading.scenario is None
    assert reading.status is Status.DRAFT
