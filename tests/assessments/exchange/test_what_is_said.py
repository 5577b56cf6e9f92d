"""Every mistake and every loss has its message: one broken file for each, with the place where it is wrong."""

import io
import zipfile
from pathlib import Path

import pytest

from assessments.exchange import LIMITS, Entry, Form, mistakes, read, write
from assessments.exchange.forms import BY_ENDING
from assessments.exchange.messages import MESSAGES, TAKING_IN
from assessments.questions import read_question

CONTENT = Path(__file__).parents[3] / "assessments" / "content"
KEY = "0d4b2c1e-5f60-4a7b-8c9d-0e1f2a3b4c5d"
OTHER = "1d4b2c1e-5f60-4a7b-8c9d-0e1f2a3b4c5d"
SECOND = KEY.replace("0d", "2d")
THIRD = KEY.replace("0d", "3d")


def moodle(kind: str, inside: str, asked: str = "Which?") -> str:
    return f'<quiz><question type="{kind}"><questiontext format="html"><text>{asked}</text></questiontext>{inside}</question></quiz>'


def answers(*worths: object) -> str:
    return "".join(f'<answer fraction="{worth}"><text>a{n}</text></answer>' for n, worth in enumerate(worths))


def item(body: str, declared: str = "<correctResponse><value>A</value></correctResponse>", more: str = "") -> str:
    return (
        f'<assessmentItem identifier="i"><responseDeclaration identifier="R" cardinality="single" {more}>{declared}'
        f"</responseDeclaration><itemBody><p>Which?</p>{body}</itemBody></assessmentItem>"
    )


def choice(name: str = "choice", options: str = "AB") -> str:
    inside = "".join(f'<simpleChoice identifier="{each}">{each}</simpleChoice>' for each in options)
    return f'<{name}Interaction responseIdentifier="R">{inside}</{name}Interaction>'


def matching(sets: int = 2) -> str:
    one = '<simpleMatchSet><simpleAssociableChoice identifier="A">a</simpleAssociableChoice></simpleMatchSet>'
    return f'<matchInteraction responseIdentifier="R">{one * sets}</matchInteraction>'


def zipped(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name.replace("_xml", ".xml"), text)
    return made.getvalue()


def manifest(*names: str) -> str:
    listed = "".join(f'<resource type="imsqti_item_xmlv2p1" href="{name}"/>' for name in names)
    return f"<manifest><resources>{listed}</resources></manifest>"


def ours(kind: str, *lines: str, key: str = KEY) -> str:
    asked = [f"id: {key}", f"kind: {kind}", "prompt: {en: Which?, cy: Pa un?}", *lines]
    return "questions:\n  - " + "\n    ".join(asked) + "\n"


def option(key: str, right: str = "false", **more: str) -> str:
    fields = {"id": key, "text": "{en: a, cy: a}", "right": right, **more}
    return "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"


SHEET = "kind,prompt_en,answer,option_1_en,option_2_en\n"
STEMS = ",".join(f"option_{n}_{code},match_{n}_{code}" for code in ("en", "cy") for n in (1, 2, 3))
PAIRS = "a,x,b,y,c,y,a,p,b,p,c,q"
CRITERION = "{{id: harm, name: {{en: a, cy: a}}, levels: [{{points: 1, says: {{en: a, cy: a}}}}, {{points: {}, says: {{en: b, cy: b}}}}]}}"
TEXT = "{en: a, cy: a}"
HEADING = f"slug: a\nuuid: {KEY}\ntitle: {TEXT}\nwelsh: awaiting-translator\n"
BANK = f"{HEADING}outcomes: [{{slug: one, name: {TEXT}}}]\n"
PAPER = "".join(
    [HEADING.replace("{", "{{").replace("}", "}}"), "pass_mark: {}\ntries: 1\nminutes: 5\n"]
    + [f"{name}: {{{TEXT}}}\n" for name in ("lead", "content_note", "counts_for", "counts_not")]
)
FILES: dict[str, tuple[str, str | bytes]] = {
    "unknown-form": ("a.docx", "x"),
    "file-too-large": ("a.gift", b"x" * (LIMITS.file + 1)),
    "not-utf-8": ("a.gift", b"\xff\xfe"),
    "nothing-there": ("a.gift", "// nothing\n"),
    "too-many-questions": ("a.gift", "\n\n".join(f"Q{n}?{{=a ~b}}" for n in range(LIMITS.questions + 1))),
    "too-many-problems": ("a.gift", "\n\n".join(f"Q{n}?" for n in range(LIMITS.problems + 1))),
    "twice": ("a.gift", f"::{KEY}::A?{{=a ~b}}\n\n::{KEY}::B?{{=a ~b}}"),
    "named-apart": ("a.gift", "::n::A?{=a ~b}\n\n::n::B?{=a ~b}"),
    "same-again": ("a.gift", "::n::A?{=a ~b}\n\n::n::A?{=a ~b}"),
    "qti-no-item": ("a.xml", "<assessmentTest/>"),
    "qti-asks-nothing": ("a.xml", item("<p>Read this.</p>")),
    "qti-template": ("a.xml", item(choice()).replace("<itemBody>", '<templateDeclaration identifier="T"/><itemBody>')),
    "qti-adaptive-lost": ("a.xml", item(choice()).replace('identifier="i"', 'identifier="i" adaptive="true"')),
    "zip": ("a.zip", b"PK nothing"),
    "no-manifest": ("a.zip", zipped(a_xml="<a/>")),
    "file-missing": ("a.zip", zipped(imsmanifest_xml=manifest("b.xml"))),
    "other-files-left-out": (
        "a.zip",
        zipped(imsmanifest_xml=manifest("a.xml"), a_xml=item(choice()), b_xml="<assessmentTest/>"),
    ),
    "not-xml": ("a.xml", "<quiz>\n<question></quiz>"),
    "xml-entities": ("a.xml", '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>'),
    "xml-too-much": ("a.xml", "<quiz>" + "<a>" * 100 + "</a>" * 100 + "</quiz>"),
    "not-moodle": ("a.xml", "<html/>"),
    "not-qti": ("a.zip", zipped(imsmanifest_xml=manifest("a.xml"), a_xml="<html/>")),
    "not-csv": ("a.csv", SHEET + 'single-choice,"Which'),
    "no-header": ("a.csv", "one,two\n1,2\n"),
    "unknown-column": ("a.csv", "kind,prompt_en,colour\n"),
    "column-twice": ("a.csv", "kind,prompt_en,answer,answer\n"),
    "row-too-long": ("a.csv", SHEET + "single-choice,Well, which?,1,a,b\n"),
    "unreadable": ("a.gift", "Which \0?{=a ~b}"),
    "too-many-columns": ("a.csv", "a," * (LIMITS.columns + 1)),
    "not-yaml": ("a.yaml", "questions: [\n"),
    "yaml-alias": ("a.yaml", "questions: &a\n  - *a\n"),
    "yaml-too-much": ("a.yaml", "questions: " + "[" * 100 + "]" * 100),
    "yaml-several": ("a.yaml", "questions: []\n---\nquestions: []\n"),
    "yaml-key": ("a.yaml", "[a]: b\n"),
    "yaml-twice": ("a.yaml", "questions: []\nquestions: []\n"),
    "yaml-no-questions": ("a.yaml", "others: []\n"),
    "yaml-not-a-question": ("a.yaml", "questions: [3]\n"),
    "yaml-id": ("a.yaml", "questions: [{id: one}]\n"),
    "yaml-outcome": ("a.yaml", f"questions: [{{id: {KEY}, outcome: 3}}]\n"),
    "outcome-not-listed": ("a.yaml", f"{BANK}questions: [{{id: {KEY}, outcome: other}}]\n"),
    "paper-draws": ("a.yaml", PAPER.format(1) + "draws: [{bank: b, count: 3}]\n"),
    "outcome-not-shown": ("a.yaml", PAPER.format(1) + "outcome_marks: {other: 0.5}\n"),
    "pass-mark-too-high": ("a.yaml", PAPER.format(2) + f"questions: [{{id: {KEY}}}]\n"),
    "unknown-key": ("a.yaml", ours("order", "colour: red", "items: []")),
    "shape-missing": ("a.yaml", ours("single-choice")),
    "shape-other": ("a.yaml", ours("single-choice", "options: red")),
    "shape-few": ("a.yaml", ours("single-choice", "options: []")),
    "shape-many": ("a.yaml", ours("single-choice", f"options: [{', '.join([option(KEY)] * 13)}]")),
    "shape-long": ("a.yaml", ours("short-text", f"accepted: {{en: [{'a' * 501}], cy: []}}")),
    "shape-empty": ("a.yaml", ours("short-text", "accepted: {en: [''], cy: []}")),
    "shape-low": ("a.yaml", ours("judgement", "steps: 1", "least: {en: a, cy: a}", "most: {en: a, cy: a}")),
    "shape-high": ("a.yaml", ours("judgement", "steps: 11", "least: {en: a, cy: a}", "most: {en: a, cy: a}")),
    "shape-value": ("a.yaml", ours("riddle")),
    "shape-pattern": ("a.yaml", ours("clock", "due: soon", "rule: {en: a, cy: a}")),
    "fault-one-right": ("a.yaml", ours("single-choice", f"options: [{option(OTHER)}, {option(SECOND)}]")),
    "fault-some-right": ("a.yaml", ours("multiple-choice", f"options: [{option(OTHER)}, {option(SECOND)}]")),
    "fault-twice": ("a.yaml", ours("single-choice", f"options: [{option(OTHER, 'true')}, {option(OTHER)}]")),
    "fault-no-target": (
        "a.yaml",
        ours(
            "match",
            f"stems: [{{id: {OTHER}, text: {{en: a, cy: a}}, target: {KEY}}}, {{id: {SECOND}, text: {{en: a, cy: a}}, target: {KEY}}}]",
            f"targets: [{{id: {THIRD}, text: {{en: a, cy: a}}}}, {{id: {THIRD.replace('3d', '4d')}, text: {{en: b, cy: b}}}}]",
        ),
    ),
    "fault-not-offered": (
        "a.yaml",
        ours(
            "judgement",
            "steps: 5",
            "least: {en: a, cy: a}",
            "most: {en: a, cy: a}",
            "panel: {entered_by: A, who: {en: a, cy: a}, counts: {'9': 2}}",
        ),
    ),
    "fault-same-points": ("a.yaml", ours("risk-sentence", "rubric: {criteria: [" + CRITERION.format(1) + "]}")),
    "kind-not-ours": ("a.gift", "Write about it.{}"),
    "no-prompt": ("a.gift", "::n::{=a ~b}"),
    "text-too-long": ("a.gift", f"{'a' * 5001}{{=a ~b}}"),
    "too-few-options": ("a.gift", "Which?{~%100%a}"),
    "too-many-options": ("a.gift", f"Which?{{=a {'~b ' * 13}}}"),
    "empty-option": ("a.gift", "Which?{=a ~b ~}"),
    "one-right": ("a.gift", "Which?{=a =b ~c}"),
    "some-right": ("a.gift", "Which?{~a ~b}"),
    "too-few-targets": ("a.gift", "Which?{=a -> x =b -> x}"),
    "no-target": ("a.gift", "Which?{=a -> x =b -> =c -> y}"),
    "no-accepted": ("a.xml", moodle("shortanswer", answers(0))),
    "too-many-accepted": ("a.gift", "Which?{" + " ".join(f"=a{n}" for n in range(21)) + "}"),
    "answer-too-long": ("a.gift", f"Which?{{={'a' * 501}}}"),
    "key-too-long": ("a.gift", f"::{'n' * 501}::Which?{{=a ~b}}"),
    "gift-no-answers": ("a.gift", "Which?"),
    "not-a-number": ("a.xml", moodle("multichoice", answers("much", 0))),
    "not-true-and-false": ("a.xml", moodle("truefalse", answers(100, 0))),
    "wildcard": ("a.xml", moodle("shortanswer", '<answer fraction="100"><text>a*</text></answer>')),
    "not-one-interaction": ("a.xml", item(choice() * 2)),
    "qti-nothing-right": ("a.xml", item(choice(), declared="")),
    "qti-right-not-offered": ("a.xml", item(choice(options="BC"))),
    "qti-order-not-whole": ("a.xml", item(choice("order"))),
    "qti-match-sets": ("a.xml", item(matching(1))),
    "qti-several-targets": (
        "a.xml",
        item(matching(), "<correctResponse><value>A A</value><value>A B</value></correctResponse>"),
    ),
    "row-kind": ("a.csv", SHEET + "riddle,Which?,1,a,b\n"),
    "row-true-false": ("a.csv", SHEET + "true-false,It is so.,perhaps,,\n"),
    "row-answer": ("a.csv", SHEET + "single-choice,Which?,3,a,b\n"),
    "languages-differ": ("a.csv", f"kind,prompt_en,prompt_cy,{STEMS}\nmatch,Which?,Pa un?,{PAIRS}\n"),
    "element-lost": ("a.xml", moodle("shortanswer", answers(100), "&lt;img src='x'&gt; Which?")),
    "weights-lost": ("a.gift", "Which?{~%60%a ~%40%b ~c}"),
    "half-right-lost": ("a.gift", "Which?{=a =%50%b}"),
    "feedback-lost": ("a.gift", "Which?{=a -> x =b -> y ####Well.}"),
}


def raw_of(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


@pytest.mark.parametrize("code", FILES)
def test_a_broken_file_is_told_by_its_own_message(code: str) -> None:
    name, text = FILES[code]
    told = read(name, raw_of(text)).problems
    assert code in {each.code for each in told}, [(each.code, each.place, each.english) for each in told]
    for each in told:
        assert each.english.strip()
        assert each.welsh.strip()
        assert "{" not in (each.english + each.welsh).replace("{ }", "")


ASKED = {"prompt": {"en": "Which?", "cy": ""}}
TRUTH = {"kind": "true-false", "holds": True, "prompt": {"en": "So.", "cy": "Felly."}}
OPTIONS = [
    {"id": OTHER, "text": {"en": "a", "cy": "a"}, "right": True},
    {"id": SECOND, "text": {"en": "b", "cy": "b"}, "right": False},
]
REASON = {"en": "Since.", "cy": "Achos."}
GIVEN_OUT: dict[str, tuple[dict[str, object], Form, str]] = {
    "not-in-this-language": ({**TRUTH, **ASKED}, Form.GIFT, "cy"),
    "not-whole-in-this-language": (
        {
            "kind": "single-choice",
            "prompt": REASON,
            "options": [OPTIONS[0], {**OPTIONS[1], "text": {"en": "b", "cy": ""}}],
        },
        Form.MOODLE,
        "cy",
    ),
    "kind-unknown-elsewhere": (
        {"kind": "clock", "prompt": REASON, "due": "2026-03-09", "rule": REASON},
        Form.QTI_30,
        "en",
    ),
    "reasons-lost": (
        {
            **TRUTH,
            "when_true": {"why": REASON},
            "when_false": {"why": REASON},
            "reasons": {"prompt": REASON, "options": OPTIONS},
        },
        Form.CSV,
        "en",
    ),
    "capitals-lost": (
        {"kind": "short-text", "prompt": REASON, "accepted": {"en": ["a"], "cy": ["a"]}, "capitals_matter": True},
        Form.GIFT,
        "en",
    ),
    "why-lost": (
        {
            "kind": "order",
            "prompt": REASON,
            "items": [{"id": each["id"], "text": each["text"], "why": REASON} for each in OPTIONS],
        },
        Form.MOODLE,
        "en",
    ),
}


@pytest.mark.parametrize("code", GIVEN_OUT)
def test_what_cannot_be_given_out_is_told(code: str) -> None:
    asked, form, language = GIVEN_OUT[code]
    told = write([Entry(KEY, read_question(asked))], form, language).problems
    assert code in {each.code for each in told}


def test_no_message_is_without_its_file() -> None:
    unheard = (
        set(MESSAGES) - set(FILES) - set(GIVEN_OUT) - set(TAKING_IN) - {"cannot-open"}
    )  # test_taking_in.py has those
    assert unheard == {"shape"}, "only what msgspec may say one day, and does not today, has none"


def test_ten_mistakes_get_ten_messages_with_their_rows() -> None:
    rows = [
        "riddle,Which?,1,a,b",
        "single-choice,Which?,3,a,b",
        "single-choice,Which?,,a,b",
        "single-choice,,1,a,b",
        "single-choice,Which?,1,a,",
        "true-false,It is so.,perhaps,,",
        "multiple-choice,Which?,,a,b",
        "order,Which order?,,a,",
        "short-text,Which word?,,,",
        "match,Which belong?,,a,b",
    ]
    taken = read("a.csv", (SHEET + "\n".join(rows)).encode())
    assert taken.entries == ()
    assert {each.place.number for each in taken.problems} == set(range(2, 12))
    assert all(each.place.in_language("cy").startswith("rhes ") for each in taken.problems)


def test_mistakes_of_one_row_are_all_told() -> None:
    taken = read("a.csv", (SHEET + "single-choice,,3,a,\n").encode())
    assert [(each.code, each.place.number) for each in taken.problems] == [
        ("row-answer", 2),
        ("no-prompt", 2),
        ("too-few-options", 2),
    ]


def test_mistakes_of_one_question_of_ours_are_all_told_with_their_lines() -> None:
    text = "\n".join(
        [
            "questions:",
            "- id: one",
            "  outcome: 3",
            "  kind: single-choice",
            "  prompt: {en: 5}",
            "  colour: red",
            "  options:",
            f"  - {{id: {OTHER}, text: {{en: a, cy: a}}, right: perhaps}}",
            "  - {id: two, text: {en: a, cy: a}, rihgt: false}",
            f"- id: {SECOND}",
            "  kind: clock",
            "  due: soon",
        ]
    )
    told = read("a.yaml", text.encode()).problems
    assert sorted((each.place.number, each.code) for each in told) == [
        (2, "unknown-key"),
        (2, "yaml-id"),
        (3, "yaml-outcome"),
        (5, "shape-missing"),
        (5, "shape-other"),
        (8, "shape-other"),
        (9, "shape-missing"),
        (9, "shape-pattern"),
        (9, "unknown-key"),
        (10, "shape-missing"),
        (10, "shape-missing"),
        (12, "shape-pattern"),
    ]


def test_a_wrong_heading_hides_no_question() -> None:
    text = BANK.replace("welsh", "wlsh") + f"questions: [{{id: one}}, {{id: {KEY}, kind: riddle}}]\n"
    told = [each.code for each in read("a.yaml", text.encode()).problems]
    assert told[:2] == ["shape-missing", "unknown-key"]
    assert {"yaml-id", "shape-value"} <= set(told)


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_files_that_are_shipped_are_sound(path: Path) -> None:
    assert mistakes(read(path.name, path.read_bytes()).problems) == []


def test_what_is_sound_comes_in_beside_what_is_not() -> None:
    taken = read("a.gift", b"Which?{=a ~b}\n\nWhich?\n\nWhat else?{TRUE}")
    assert len(taken.entries) == 2
    assert [each.place.number for each in taken.problems] == [3]


def test_a_zip_that_would_unpack_to_much_is_refused_unread() -> None:
    taken = read("a.zip", zipped(imsmanifest_xml=" " * 60_000_000))
    assert taken.problems[0].code == "zip"


def test_the_other_language_waits_and_is_never_made_up() -> None:
    found = read("a.gift", b"Pa un?{=a ~b}", "cy").entries[0].question
    assert (found.prompt.en, found.prompt.cy) == ("", "Pa un?")


def test_an_item_that_says_its_language_is_in_that_language() -> None:
    text = item(choice()).replace('identifier="i"', 'identifier="i" xml:lang="cy-GB"', 1)
    assert read("a.xml", text.encode(), "en").entries[0].question.prompt.cy == "Which?"


def test_every_ending_is_read_by_something() -> None:
    assert set(BY_ENDING.values()) == {"yaml", "csv", "gift", "xml", "zip"}
