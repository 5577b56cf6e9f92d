"""Questions from a file come into a bank once, in one language or both, and nothing of a bank is lost by it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assessments.exchange import Form, read
from assessments.giving_out import give_out
from assessments.models import Bank, BankQuestion, Outcome, QuestionVersion
from assessments.taking_in import Fate, plan, take_in
from people.actions import NotPossible

pytestmark = pytest.mark.django_db
ENGLISH = b"::days::Which day comes after Monday?{=Tuesday#It does. ~Friday}"
WELSH = "::days::Pa ddydd sy’n dod ar ôl dydd Llun?{=Dydd Mawrth#Ydyw. ~Dydd Gwener#Nac ydyw.}".encode()


@pytest.fixture
def bank(db: None) -> Bank:
    return Bank.objects.create(slug="days", name_en="Days", name_cy="Dyddiau")


def test_a_question_in_one_language_waits_for_the_other_and_no_paper_asks_it(bank: Bank) -> None:
    done = take_in(bank, read("a.gift", ENGLISH))
    version = QuestionVersion.objects.get()
    assert done.count(Fate.NEW) == 1
    assert not version.whole
    assert version.welsh == QuestionVersion.Welsh.AWAITING
    assert "prompt.cy" in done.planned[0].waits


def test_the_second_language_completes_it_as_the_next_version(bank: Bank) -> None:
    take_in(bank, read("a.gift", ENGLISH))
    done = take_in(bank, read("a.gift", WELSH, "cy"))
    question = BankQuestion.objects.get()
    assert done.count(Fate.CHANGED) == 1
    assert question.current
    assert question.current.number == 2
    assert question.current.asked.prompt.en == "Which day comes after Monday?"
    assert question.current.asked.prompt.cy.startswith("Pa ddydd")


def test_the_same_file_again_changes_nothing(bank: Bank) -> None:
    for _twice in range(2):
        done = take_in(bank, read("a.gift", ENGLISH))
    assert done.count(Fate.SAME) == 1
    assert QuestionVersion.objects.count() == 1


def test_what_it_would_do_is_told_before_and_nothing_is_written(bank: Bank) -> None:
    assert plan(bank, read("a.gift", ENGLISH)).count(Fate.NEW) == 1
    assert not BankQuestion.objects.exists()


def test_another_right_answer_in_the_second_language_is_told_and_kept_out(bank: Bank) -> None:
    take_in(bank, read("a.gift", ENGLISH))
    done = take_in(bank, read("a.gift", WELSH.replace(b"=", b"~x", 1).replace(b" ~Dydd", b" =Dydd"), "cy"))
    assert [each.code for each in done.problems] == ["differs"]
    assert done.count(Fate.KEPT_OUT) == 1
    assert QuestionVersion.objects.count() == 1


def test_a_question_of_another_bank_is_kept_out(bank: Bank) -> None:
    take_in(bank, read("a.gift", ENGLISH))
    other = Bank.objects.create(slug="others", name_en="Others", name_cy="Eraill")
    assert [each.code for each in take_in(other, read("a.gift", ENGLISH)).problems] == ["in-another-bank"]


def test_an_outcome_is_found_by_its_name_and_told_where_there_is_none(bank: Bank) -> None:
    Outcome.objects.create(bank=bank, slug="week", name_en="The week", name_cy="Yr wythnos")
    found = take_in(bank, read("a.gift", b"$CATEGORY: Days/The week\n\n" + ENGLISH))
    assert found.planned[0].outcome == "week"
    lost = plan(bank, read("a.gift", b"$CATEGORY: Months\n\n" + ENGLISH.replace(b"days", b"months")))
    assert [(each.code, each.is_mistake) for each in lost.problems] == [("outcome-unknown", False)]


def test_a_bank_written_in_a_file_is_changed_there(bank: Bank) -> None:
    bank.from_file = True
    with pytest.raises(NotPossible):
        plan(bank, read("a.gift", ENGLISH))


def test_what_is_given_out_comes_in_the_same(bank: Bank) -> None:
    take_in(bank, read("a.gift", ENGLISH))
    take_in(bank, read("a.gift", WELSH, "cy"))
    for form in (Form.YAML, Form.CSV, Form.QTI_30, Form.MOODLE, Form.GIFT):
        written = give_out(bank, form, "en")
        assert take_in(bank, read(f"a.{form.ending}", written.raw)).count(Fate.SAME) == 1, form


def run(*arguments: str) -> tuple[int, str]:
    said = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("assessments", *arguments, stdout=said)
    return int(ended.value.code or 0), said.getvalue()


def test_the_command_checks_and_ends_with_1_on_a_mistake(tmp_path: Path) -> None:
    sound, broken = tmp_path / "a.gift", tmp_path / "b.gift"
    sound.write_bytes(ENGLISH)
    broken.write_bytes(b"Which?\n")
    assert run("check", str(sound))[0] == 0
    code, said = run("check", str(sound), str(broken), "--language", "cy")
    assert code == 1
    assert "llinell 1: gift-no-answers: " in said


def test_the_command_tells_it_as_json(tmp_path: Path) -> None:
    broken = tmp_path / "b.csv"
    broken.write_text("kind,prompt_en\nriddle,Which?\n")
    row = json.loads(run("check", str(broken), "--json")[1])[0]
    assert (row["accepted"], row["questions"], row["problems"][0]["line"]) == (False, 0, 2)


def test_the_command_says_what_it_cannot_open(tmp_path: Path) -> None:
    code, said = run("check", str(tmp_path / "none.gift"))
    assert code == 1
    assert "cannot-open" in said


def test_the_command_takes_in_and_gives_out(bank: Bank, tmp_path: Path) -> None:
    file, out = tmp_path / "a.gift", tmp_path / "out.csv"
    file.write_bytes(ENGLISH)
    assert "new: 1" in run("import", str(file), "--bank", "days", "--language", "en")[1]
    assert run("export", "days", "--as", "csv", "-o", str(out))[0] == 0
    assert "Tuesday" in out.read_text()


def test_the_command_names_the_banks_where_it_knows_none_so_called(bank: Bank, tmp_path: Path) -> None:
    file = tmp_path / "a.gift"
    file.write_bytes(ENGLISH)
    with pytest.raises(CommandError, match="days"):
        call_command("assessments", "import", str(file), "--bank", "weeks")


def test_the_sheet_to_begin_with_can_be_taken_in(tmp_path: Path) -> None:
    out = tmp_path / "q.csv"
    assert run("template", "-o", str(out))[0] == 0
    taken = read("q.csv", out.read_bytes())
    assert (len(taken.entries), taken.problems) == (4, ())
    with pytest.raises(CommandError, match="there already"):
        call_command("assessments", "template", "-o", str(out))
