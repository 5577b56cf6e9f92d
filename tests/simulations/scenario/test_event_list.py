"""The event list goes to a spreadsheet and back without a loss, and a mistake in it is told by row and column."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from simulations.commandline.workbook import MOST_ROWS, NotASheet, rows_in, workbook_of
from simulations.engine.scenario import Scenario, read
from simulations.engine.scenario.event_list import CannotShow, rows_of, section_of
from simulations.engine.scenario.event_list.columns import Column, letters

ROOT = Path(__file__).parents[3]
TY_COED = ROOT / "simulations" / "scenarios" / "ty-coed.yaml"
SMALL_FILE, COMPLETE = (ROOT / "tests" / "files" / "scenarios" / name for name in ("small.yaml", "complete.yaml"))
SMALL = SMALL_FILE.read_text(encoding="utf-8")
HEADINGS = ["Id", "Phase", "After", "By hand", "To", "Welsh words", "English words", "Other condition"]
CALL = ["call", "decision", "2m", "", "police", "Galwad.", "A call."]


def command(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("scenario", *arguments, stdout=out, stderr=err)
    return int(str(stopped.value.code)), out.getvalue(), err.getvalue()


def scenario(text: str) -> Scenario:
    found = read(text).scenario
    assert found is not None, read(text).problems
    return replace(found, content_hash="")


def told(
    *rows: list[str], headings: list[str] = HEADINGS, within: str | None = SMALL, language: str = "en"
) -> list[str]:
    return [each.in_language(language) for each in section_of([headings, *rows], within).problems]


@pytest.mark.parametrize("path", [TY_COED, SMALL_FILE, COMPLETE], ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_to_a_sheet_and_back_it_is_the_same_scenario(path: Path, language: str, tmp_path: Path) -> None:
    sheet, back = tmp_path / "events.xlsx", tmp_path / "back.yaml"
    assert command("to-sheet", str(path), "-o", str(sheet), "--language", language) == (0, f"{sheet}\n", "")
    assert command("from-sheet", str(sheet), "--scenario", str(path), "-o", str(back)) == (0, f"{back}\n", "")

    assert scenario(back.read_text(encoding="utf-8")) == scenario(path.read_text(encoding="utf-8"))


def test_everything_outside_the_events_stays_as_it_was_written() -> None:
    commented = SMALL.replace("injects:", "# before\ninjects:").replace("decisions:", "\n# after\ndecisions:", 1)
    made = section_of([HEADINGS, CALL], commented)
    before, after = commented.split("injects:")[0], commented.split("\n\n# after")[1]

    assert made.problems == []
    assert made.text.startswith(before)
    assert made.text.endswith("\n\n# after" + after)


def test_a_file_without_events_gets_them_behind_its_phases() -> None:
    start, end = SMALL.index("injects:"), SMALL.index("decisions:")
    made = section_of([HEADINGS, CALL], SMALL[:start] + SMALL[end:])

    assert scenario(made.text) == scenario(SMALL)


def test_a_sheet_by_itself_becomes_the_section_alone() -> None:
    made = section_of([HEADINGS, CALL])

    assert made.problems == []
    assert scenario(SMALL[: SMALL.index("injects:")] + made.text + SMALL[SMALL.index("decisions:") :]) == scenario(
        SMALL
    )


@pytest.mark.parametrize(
    ("at", "cell", "expected"),
    [
        ("Id", "Bad Id", "row 2, column A: "),
        (
            "Phase",
            "decison",
            "row 2, column B: This phase is not defined in the file: “decison”. Did you mean “decision”?",
        ),
        ("After", "soon", "row 2, column C: "),
        ("By hand", "perhaps", "row 2, column D: Write true here, or nothing."),
        ("To", "polcie", "row 2, column E: This seat is not defined in the file: “polcie”. Did you mean “police”?"),
        ("To", "", "row 2, column E: "),
        ("Other condition", "{shared: p9}", "row 2, column H: This fact is not defined in the file: “p9”."),
        ("Other condition", "{shared: [p1}", "row 2, column H: "),
        ("Other condition", "when it rains", "row 2, column H: "),
        ("Other condition", "{raining: true}", "row 2, column H: "),
    ],
)
def test_a_mistake_is_told_by_row_and_column(at: str, cell: str, expected: str) -> None:
    row = [*CALL, ""]
    row[HEADINGS.index(at)] = cell
    (problem,) = told(row)

    assert problem.startswith(expected)


def test_all_mistakes_are_told_at_once_in_the_sheets_order() -> None:
    found = told(
        CALL, [], ["b", "", "", "", "police", "a", "a"], [*CALL], ["c", "decision", "1", "", "nobody", "a", "a"]
    )

    assert [each.split(":")[0] for each in found] == [
        "row 4, column B",
        "row 5, column A",
        "row 6, column C",
        "row 6, column E",
    ]


def test_an_id_in_two_rows_is_told_with_the_row_of_the_first() -> None:
    (problem,) = told(CALL, [*CALL])

    assert problem == "row 3, column A: The id “call” stands in a second row; the first is row 2."


def test_mistakes_of_shape_are_told_without_a_scenario_too() -> None:
    found = told(["b", "", "", "", "police", "a", "a"], ["c", "x", "soon", "", "y"], within=None)

    assert [each.split(":")[0] for each in found] == ["row 2, column B", "row 3, column C"]


def test_a_row_with_nothing_but_an_id_is_told_what_it_lacks() -> None:
    found = told(["alone"])

    assert [each.split(":")[0] for each in found] == ["row 2, column B", "row 2, column E"]
    assert found[1].endswith("The key “to” is missing.")


def test_mistakes_are_told_in_welsh() -> None:
    assert told(["call", "decison", "2m", "", "police"], language="cy")[0].startswith("rhes 2, colofn B: ")


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Id", "To", "Wen"], "row 1, column C: This heading is not known: Wen."),
        (["Id", "To", "to"], "row 1, column C: This heading stands here a second time."),
        (["Id", "Phase"], "row 1, column C: There is no column with this heading: To."),
    ],
)
def test_a_wrong_heading_is_told(headings: list[str], expected: str) -> None:
    (problem,) = told(CALL, headings=headings)

    assert problem.startswith(expected)


def test_headings_are_known_in_both_languages_and_any_order() -> None:
    made = section_of(
        [
            ["geiriau saesneg", "AR ÔL", "i", "Cam", "id", "Welsh words"],
            ["A call.", "2m", "police", "decision", "call", "Galwad."],
        ],
        SMALL,
    )

    assert scenario(made.text) == scenario(SMALL)


def test_a_row_without_an_id_is_told_and_an_empty_one_is_not() -> None:
    assert told(["", "decision"], ["", ""])[0].startswith("row 2, column A: ")
    assert told(CALL, ["", "  "], []) == []


def test_what_no_longer_fits_elsewhere_is_told_as_the_scenarios() -> None:
    using = SMALL + "    - {when: {chose: {inject: call, choice: yes}}, share: [p1]}\n"
    (problem,) = told(["other", *CALL[1:]], within=using)[:1]

    assert problem.startswith("row 1, column A: Not in the sheet, in the scenario's scripts.")


def test_words_that_differ_by_variant_are_refused_rather_than_lost(tmp_path: Path) -> None:
    by_variant = SMALL.replace(
        'text: {en: "A call.", cy: "Galwad."}', 'text: {calm: {en: "A", cy: "B"}, tense: {en: "C", cy: "D"}}'
    )
    path = tmp_path / "by-variant.yaml"
    path.write_text(by_variant, encoding="utf-8")
    with pytest.raises(CannotShow):
        rows_of(by_variant, "en")

    assert "“call” differ by variant" in command("to-sheet", str(path), "-o", str(tmp_path / "x.xlsx"))[2]


def test_a_text_that_begins_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    path = tmp_path / "formula.xlsx"
    path.write_bytes(workbook_of([["Id"], ["=1+1"]]))

    assert load_workbook(path).worksheets[0]["A2"].data_type == "s"
    assert rows_in(path) == [["Id"], ["=1+1"]]


def test_numbers_and_truth_of_a_spreadsheet_are_read_as_words(tmp_path: Path) -> None:
    book, path = Workbook(), tmp_path / "typed.xlsx"
    book.worksheets[0].append(["a", 8, True, None])
    book.save(path)

    assert rows_in(path) == [["a", "8", "true"]]


def test_what_is_no_spreadsheet_or_too_large_is_told(tmp_path: Path) -> None:
    text, empty, bomb, long = (tmp_path / f"{name}.xlsx" for name in ("text", "empty", "bomb", "long"))
    text.write_text("Id,To\n", encoding="utf-8")
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("nothing", "")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (41 * 1024 * 1024))
    long.write_bytes(workbook_of([["a"]] * (MOST_ROWS + 1)))
    for path in (text, empty, bomb, long):
        with pytest.raises(NotASheet):
            rows_in(path)
        assert "no spreadsheet that can be read" in command("from-sheet", str(path))[2]


def test_a_sheet_that_is_there_is_left_and_one_that_is_not_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.xlsx"
    path.write_bytes(b"work of a week")

    assert "left as it is" in command("to-sheet", str(SMALL_FILE), "-o", str(path))[2]
    assert path.read_bytes() == b"work of a week"
    assert "cannot be opened" in command("from-sheet", str(tmp_path / "none.xlsx"))[2]
    assert ".zip first" in command("to-sheet", "a.zip", "-o", str(tmp_path / "x.xlsx"))[2]


CELLS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "call",
            "decision",
            "2m",
            "true",
            "police",
            "{shared: p1}",
            "{a: [",
            "*a",
            "&a b",
            "{<<: {}}",
            "\x7f",
            "\u2028",
            "\x00",
            "- a",
            "a: b\nc: d",
        ]
    ),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.lists(CELLS, max_size=len(HEADINGS)), max_size=4), st.booleans())
def test_whatever_stands_in_the_cells_it_ends_in_a_section_or_in_problems(rows: list[list[str]], within: bool) -> None:
    made = section_of([HEADINGS, *rows], SMALL if within else None)

    assert made.problems or not within or not read(made.text).errors


def test_columns_are_named_as_a_spreadsheet_names_them() -> None:
    assert [letters(each) for each in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
    assert len({column.heading("en") for column in Column}) == len({column.heading("cy") for column in Column}) == 12
