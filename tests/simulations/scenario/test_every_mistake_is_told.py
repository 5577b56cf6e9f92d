"""One broken file for each thing the reader says: every mistake is found, at its line and column, under its code."""

from pathlib import Path

import pytest

from simulations.engine.scenario import read
from simulations.engine.scenario.messages import HINTS, MESSAGES

BROKEN = Path(__file__).parents[2] / "files" / "scenarios" / "broken"

EXPECTED: dict[str, list[str]] = {
    "action-misspelt": ["41:33: error: unknown-key"],
    "age-as-list": ["11:31: error: bad-age"],
    "age-as-time": ["11:31: error: bad-age"],
    "alias": ["22:12: error: alias"],
    "anchor": ["22:12: error: anchor"],
    "another-is-asked": ["42:55: error: another-is-asked"],
    "ask-needs-one": ["41:33: error: ask-needs-one"],
    "asks-itself": ["41:39: error: asks-itself"],
    "available-misspelt": ["22:16: error: wrong-value"],
    "bad-age": ["11:31: error: bad-age"],
    "bad-date": ["3:23: error: bad-date"],
    "bad-day": ["22:21: error: bad-day"],
    "bad-duration": ["32:36: error: bad-duration"],
    "bad-id": ["26:3: error: bad-id"],
    "beat-does-nothing": ["41:7: error: beat-does-nothing"],
    "calendar-date-as-day": ["15:11: error: bad-day"],
    "casting-alleged-harm": ["17:72: error: casting-alleged-harm"],
    "casting-chair": ["41:46: error: casting-chair"],
    "casting-child-script": ["40:3: error: casting-child-script"],
    "casting-child": ["18:71: error: casting-child"],
    "casting-of": ["16:3: error: casting-alleged-harm", "16:81: error: casting-of"],
    "casting-practitioner": [
        "43:32: error: casting-practitioner",
        "44:29: error: casting-practitioner",
        "45:29: error: casting-view",
        "47:30: error: casting-chair",
    ],
    "casting-statement": ["16:81: error: casting-statement", "40:3: error: script-never-plays"],
    "casting-view": ["41:33: error: casting-view"],
    "category-needed": ["41:51: error: category-needed"],
    "category-not-in-decision": ["42:81: error: category-not-in-decision"],
    "category-not-wanted": ["41:85: error: category-not-wanted"],
    "condition-as-word": ["32:11: error: wrong-type"],
    "date-of-birth": ["24:21: warning: date-of-birth"],
    "decision-never-taken": ["36:3: warning: decision-never-taken"],
    "decision-without-children": [
        "9:1: error: missing-key",
        "16:75: error: undefined-id",
        "24:69: error: undefined-id",
    ],
    "decision-without-views": ["36:3: error: decision-without-views"],
    "defensible-category": ["35:71: error: category-not-wanted"],
    "defined-twice": ["29:6: error: defined-twice", "32:19: error: undefined-id", "41:22: error: undefined-id"],
    "digits-of-another-script": ["11:31: error: bad-age"],
    "duplicate-key": ["3:1: error: duplicate-key"],
    "e-mail-address": ["24:21: warning: e-mail-address"],
    "effect-for-what": ["35:14: error: effect-for-what"],
    "empty-condition": ["32:11: error: wrong-type"],
    "empty-file": ["1:1: error: empty-file"],
    "empty-list-in-condition": ["32:20: error: wrong-type"],
    "empty-text": ["26:19: error: empty-text"],
    "everyone-misspelt": ["33:9: error: wrong-value"],
    "fact-and-inject": ["26:3: error: fact-not-held", "32:5: error: never-fires"],
    "fact-not-held-in-variant": ["26:3: error: fact-not-held"],
    "fact-not-held": ["26:3: error: fact-not-held"],
    "file-elsewhere": ["22:5: error: file-elsewhere"],
    "flag-not-true": ["41:39: error: wrong-value"],
    "inject-does-nothing": ["31:3: error: inject-does-nothing"],
    "inject-waits-and-does-not": ["35:5: error: inject-waits-and-does-not"],
    "inject-without-when": ["31:3: error: inject-needs-when"],
    "key-not-a-word": ["3:3: error: key-not-a-word"],
    "language-missing": ["26:8: warning: language-missing"],
    "language-misspelt": ["26:15: error: unknown-key"],
    "meeting-over": ["30:19: error: meeting-over", "31:20: error: meeting-over"],
    "merge-key": ["21:5: error: merge-key"],
    "missing-key-misspelt": ["16:12: error: unknown-key"],
    "missing-key": ["16:3: error: missing-key"],
    "missing-section": ["1:1: error: missing-key"],
    "mixed-text": ["26:14: error: mixed-text"],
    "named-twice": ["21:23: error: named-twice"],
    "never-fires-a-beat": ["41:8: error: never-fires"],
    "never-fires-breach": ["32:5: error: never-fires"],
    "never-fires-holds-nothing": ["32:5: error: never-fires"],
    "never-fires-never-there": ["17:82: warning: seat-never-arrives", "32:5: error: never-fires"],
    "never-fires-no-opening": ["33:5: error: never-fires"],
    "never-fires-nobody-to-hear": ["32:5: error: never-fires"],
    "never-fires-none-of-them": ["32:5: error: never-fires"],
    "never-fires-not-decided": ["32:5: error: never-fires", "39:3: warning: decision-never-taken"],
    "never-fires-not-planned": ["32:5: error: never-fires"],
    "never-fires-not-then": ["33:5: error: never-fires"],
    "never-fires-one-child": ["32:5: error: never-fires"],
    "never-fires-opposites": ["32:5: error: never-fires"],
    "never-fires-over-by-then": ["32:5: error: never-fires"],
    "never-fires-shared-and-unshared": ["32:5: error: never-fires"],
    "never-fires-too-few-views": ["32:5: error: never-fires"],
    "never-fires-two-choices": ["32:5: error: never-fires"],
    "never-fires-unshared-breach": ["32:5: error: never-fires"],
    "never-fires": ["32:5: error: never-fires"],
    "nhs-number": ["24:21: warning: nhs-number"],
    "no-break": ["27:1: warning: no-break"],
    "no-chair": ["14:1: warning: no-chair"],
    "no-languages": ["5:1: error: wrong-count"],
    "no-passages": ["23:5: error: wrong-count"],
    "no-phases": ["27:1: error: wrong-count"],
    "no-seats": ["14:1: error: wrong-count"],
    "no-space-after-colon": ["11:26: error: unknown-key"],
    "not-a-mapping": ["1:1: error: wrong-type"],
    "not-a-statement": ["41:33: error: not-a-statement"],
    "not-before-its-time": ["42:33: error: not-on-this-agenda", "43:33: error: not-on-this-agenda"],
    "not-on-this-agenda": ["41:43: error: not-on-this-agenda"],
    "not-utf-8": ["3:31: error: not-utf-8"],
    "number-too-long": ["28:45: error: out-of-range"],
    "number-with-unit": ["28:45: error: wrong-type"],
    "odd-character": ["3:29: error: odd-character"],
    "one-choice": ["35:65: error: wrong-count"],
    "option-not-decided": ["45:59: error: option-not-decided"],
    "out-of-range": ["28:45: error: out-of-range"],
    "paper-nobody-brings": ["17:82: warning: seat-never-arrives", "20:3: error: paper-out-of-reach"],
    "paper-not-held": ["21:5: error: paper-not-held"],
    "paper-out-of-reach": ["20:3: error: paper-out-of-reach"],
    "phase-cannot-decide": ["28:48: error: phase-cannot-decide"],
    "phase-decides-nothing": ["29:5: warning: phase-decides-nothing", "36:3: warning: decision-never-taken"],
    "phone-number": ["24:21: warning: phone-number"],
    "plan-without-kind": ["43:50: error: plan-without-kind"],
    "postcode": ["24:21: warning: postcode"],
    "required-seat-unplayable": ["16:3: error: required-seat-unplayable", "40:3: error: script-never-plays"],
    "script-never-plays": ["40:3: error: script-never-plays"],
    "script-without-beats": ["15:3: error: script-without-beats"],
    "seat-never-arrives": ["17:82: warning: seat-never-arrives"],
    "seats-as-list": ["15:3: error: wrong-type"],
    "second-chair": ["16:61: error: second-chair", "36:3: error: decision-without-views"],
    "sector-as-list": ["16:53: error: wrong-value"],
    "several-documents": ["25:1: error: several-documents"],
    "several-slips": [
        "11:31: error: bad-age",
        "16:67: error: wrong-value",
        "26:86: error: wrong-value",
        "32:36: error: bad-duration",
        "38:5: error: unknown-key",
    ],
    "share-of-nothing": ["41:40: error: wrong-type"],
    "shares-what-it-lacks": ["41:33: error: shares-what-it-lacks"],
    "solo-true": ["3:7: error: wrong-value"],
    "tag": ["21:14: error: tag"],
    "text-with-comma": ["3:20: error: text-with-comma"],
    "too-deep": ["3:29: error: too-deep"],
    "too-long": ["27:1: warning: too-long"],
    "truth-as-yes": ["26:86: error: wrong-value"],
    "undefined-choice": ["42:45: error: undefined-id"],
    "undefined-fact": ["41:41: error: undefined-id"],
    "undefined-option": ["3:50: error: undefined-id"],
    "undefined-phase": ["32:19: error: undefined-id"],
    "undefined-seat": ["21:15: error: undefined-id"],
    "undefined-variant": ["26:103: error: undefined-id"],
    "unknown-key-without-nearest": ["3:1: error: unknown-key"],
    "unknown-key": ["21:5: error: unknown-key"],
    "utf-16": ["1:1: error: not-utf-8"],
    "variant-misspelt-in-text": ["26:15: error: unknown-key"],
    "variant-named-as-language": ["7:3: error: variant-named-as-language"],
    "variant-named-default": ["7:3: error: variant-named-as-language"],
    "variant-text-missing": ["26:8: error: variant-text-missing"],
    "view-needs-reason": ["41:40: error: view-needs-reason"],
    "wrong-count": ["38:5: error: wrong-count"],
    "wrong-format": ["1:1: error: wrong-format"],
    "wrong-type-list": ["23:15: error: wrong-type"],
    "wrong-type-mapping": ["26:7: error: wrong-type"],
    "wrong-type-number": ["28:45: error: wrong-type"],
    "wrong-type-text": ["37:15: error: wrong-type"],
    "wrong-type-truth": ["26:86: error: wrong-value"],
    "wrong-value": ["16:67: error: wrong-value"],
    "yaml-after-quote": ["2:12: error: yaml-after-quote"],
    "yaml-block": ["3:9: error: yaml-block"],
    "yaml-bracket": ["11:12: error: yaml-bracket"],
    "yaml-character": ["2:5: error: yaml-character"],
    "yaml-colon": ["2:10: error: yaml-colon"],
    "yaml-escape": ["3:28: error: yaml-escape"],
    "yaml-extra-bracket": ["28:47: error: yaml-extra-bracket"],
    "yaml-indent": ["38:5: error: yaml-indent"],
    "yaml-lone-colon": ["11:29: error: yaml-lone-colon"],
    "yaml-no-colon": ["4:1: error: yaml-no-colon"],
    "yaml-no-value": ["5:16: error: yaml-no-value"],
    "yaml-open-quote": ["37:44: error: yaml-open-quote"],
    "yaml-tab": ["21:1: error: yaml-tab"],
    "yaml": ["1:7: error: yaml"],
}

ONLY_ELSEWHERE = {
    "too-large",  # made up in test_files_from_outside
    "too-many-nodes",
    "cannot-open",  # test_command
    "needed-to-publish",  # test_status
    "reviewer-is-writer",
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_broken_file_is_told_with_line_column_and_code(name: str) -> None:
    reading = read((BROKEN / f"{name}.yaml").read_bytes())

    assert [f"{each.line}:{each.column}: {each.severity}: {each.code}" for each in reading.problems] == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_message_is_told_whole_in_both_languages(name: str) -> None:
    for each in read((BROKEN / f"{name}.yaml").read_bytes()).problems:
        english, welsh = each.in_language("en"), each.in_language("cy")

        assert english != welsh
        assert "{" not in english.replace("{when: …}", "").replace('{en: "…', "").replace("{reason: …}", "")
        assert english.rstrip('”?.…"}:')
        assert welsh


def test_there_is_a_broken_file_for_every_expectation_and_the_other_way_round() -> None:
    assert {path.stem for path in BROKEN.glob("*.yaml")} == set(EXPECTED)


def test_no_message_of_the_reader_goes_untried() -> None:
    tried = {line.rpartition(" ")[2] for lines in EXPECTED.values() for line in lines}
    of_bundles = {code for code in MESSAGES if code.startswith("zip-")} | {"not-a-zip", "file-missing"}

    assert set(MESSAGES) - tried - of_bundles - ONLY_ELSEWHERE == set()


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("unknown-key", "Did you mean “held_by”?"),
        ("wrong-value", "Did you mean “practitioner”?"),
        ("undefined-seat", "Did you mean “police”?"),
        ("undefined-phase", "Did you mean “decision”?"),
        ("undefined-variant", "Did you mean “calm”?"),
        ("undefined-option", "Did you mean “registered”?"),
        ("language-misspelt", "Did you mean “en”?"),
        ("everyone-misspelt", "Did you mean “everyone”?"),
        ("no-space-after-colon", "Write a space after the colon: “age: …”."),
        ("seats-as-list", "Something else is wanted here: keys, each with its value."),
        ("option-not-decided", "Options: registered, not-registered."),
        ("age-as-list", "“[…]” is not an age. Write it like 11w (weeks), 10m (months), 7 (years) or unborn."),
    ],
)
def test_a_slip_of_the_keyboard_gets_the_nearest_word(name: str, suggestion: str) -> None:
    (problem,) = read((BROKEN / f"{name}.yaml").read_bytes()).problems

    assert problem.in_language("en").endswith(suggestion)


def test_all_mistakes_are_told_at_once() -> None:
    text = (BROKEN.parent / "small.yaml").read_text(encoding="utf-8")
    broken = (
        text.replace("part: practitioner", "part: practioner").replace("age: 7", "age: seven").replace("2m", "soon")
    )

    assert {each.code for each in read(broken).errors} == {"wrong-value", "bad-age", "bad-duration"}


def test_every_text_of_the_reader_is_in_both_languages() -> None:
    for english, welsh in [*MESSAGES.values(), *HINTS.values()]:
        assert english.strip()
        assert welsh.strip()
        assert english != welsh


def test_the_debrief_is_no_part_of_the_stretch_that_needs_a_break() -> None:
    text = (BROKEN / "no-break.yaml").read_text(encoding="utf-8").replace("minutes: 39", "minutes: 30")
    decision = "minutes: 8, decide: [registration]}\n"
    assert decision in text
    longer = text.replace(decision, decision + "  - {id: debrief, agenda: debrief, minutes: 35}\n")
    assert [problem.code for problem in read(longer.encode()).problems] == []
