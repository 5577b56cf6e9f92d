"""The Welsh is whole: nothing untranslated, no guess, no unknown word, plural forms that count as Welsh does."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
import welsh
from django.utils import timesince
from django.utils.translation import ngettext, override

from diogel import extraction

CONTENT = sorted(
    path
    for folder in ("courses/content", "assessments/content", "media/content_types", "simulations/scenarios")
    for path in (extraction.ROOT / folder).rglob("*.y*ml")
)
MUTATING = {
    "a", "â", "am", "ar", "at", "dan", "dau", "dros", "drwy", "dwy", "dy", "ei", "fy", "gan", "gyda", "heb", "hyd", "i",
    "na", "neu", "o", "pan", "pa", "rhy", "tan", "tri", "tua", "un", "wrth", "y", "yn",
}  # fmt: skip
# Placeholders for figures, dates and times: written in digits, which show no mutation.
FIGURES = {
    "age", "all", "count", "day", "done", "first", "high", "left", "limit_value", "low", "minutes", "most", "needed", "now",
    "num", "number", "out_of", "passages", "people", "right", "said", "share", "show_value", "spent", "time", "total", "wanted",
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _dictionary(browser_files: None) -> None:
    """npm's dictionary comes with the browser files."""


def test_every_string_of_ours_has_its_welsh_and_none_is_a_guess() -> None:
    catalogue = extraction.read()
    kept = {(message.id, message.context) for message in catalogue if message.id}
    said = {(message.id, message.context) for message in extraction.found() if message.id}
    assert said - kept == set(), "run: ./run exec diogel messages, then write the Welsh"
    assert kept - said == set(), "no longer said: run ./run exec diogel messages"
    lacking = [message.id for message in catalogue if message.id and not extraction.is_translated(message.string)]
    assert lacking == []
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


def test_every_string_keeps_its_placeholders_in_welsh() -> None:
    placeholder = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
    for message in extraction.read():
        if not message.id:
            continue
        english = message.id if isinstance(message.id, str) else message.id[1]
        for string in [message.string] if isinstance(message.string, str) else message.string:
            if string:
                assert set(placeholder.findall(string)) == set(placeholder.findall(english)), message.id


def test_every_string_keeps_its_tags_in_welsh() -> None:
    tag = re.compile(r"</?[a-z]+[^>]*>")
    for message in extraction.read():
        if isinstance(message.id, str) and isinstance(message.string, str) and message.id and message.string:
            assert sorted(tag.findall(message.string)) == sorted(tag.findall(message.id)), message.id


def test_no_welsh_sentence_needs_a_mutation_after_a_placeholder() -> None:
    """`i %(place)s` would need to know how the place begins: such a sentence is built otherwise."""
    assert [text for text in welsh.catalogue_texts() if needs_mutation(text)] == []


@pytest.mark.parametrize("text", ["Croeso i %(place)s", "Gan {name}", "Nid yw yn “%(list)s”"])
def test_a_placeholder_that_would_need_a_mutation_is_found(text: str) -> None:
    assert needs_mutation(text)


def needs_mutation(text: str) -> bool:
    found = re.findall(r"([\w’']+) [“‘\"]?(?:%\((\w+)\)|\{(\w+)\})", text)
    return any(before.lower() in MUTATING and (name or other) not in FIGURES for before, name, other in found)


def test_every_word_of_the_catalogue_is_welsh() -> None:
    assert welsh.unknown(welsh.catalogue_texts()) == []


@pytest.mark.parametrize("path", CONTENT, ids=[str(path.relative_to(extraction.ROOT)) for path in CONTENT])
def test_every_word_of_a_content_file_is_welsh(path: Path) -> None:
    assert welsh.unknown(welsh.welsh_of(path)) == []


def test_our_word_list_holds_nothing_that_the_dictionary_knows_and_is_in_order() -> None:
    lines = [line for line in welsh.OUR_LIST.read_text().splitlines() if line and not line.startswith("#")]
    assert lines == sorted(set(lines), key=lambda word: (word.lower(), word))
    assert [word for word in lines if welsh.dictionary().lookup(word)] == []


def test_a_word_that_is_no_welsh_is_found() -> None:
    assert welsh.unknown(["Mae’r gynhadledd yn dechrau’n brydlon, xqzw."]) == ["xqzw"]


YEARS = [
    "0 o flynyddoedd", "1 flwyddyn", "2 flynedd", "3 blynedd", "4 o flynyddoedd", "5 o flynyddoedd", "6 blynedd",
    "7 o flynyddoedd", "8 o flynyddoedd", "9 o flynyddoedd", "10 o flynyddoedd", "11 o flynyddoedd", "12 o flynyddoedd",
]  # fmt: skip


@pytest.mark.parametrize(("number", "words"), list(enumerate(YEARS)))
def test_welsh_counts_by_six_forms(number: int, words: str) -> None:
    with override("cy"):
        assert ngettext("%(num)d year", "%(num)d years", number) % {"num": number} == words


def test_a_stretch_of_time_is_said_in_welsh() -> None:
    from datetime import UTC, datetime

    with override("cy"):
        said = timesince.timesince(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 9, tzinfo=UTC))
    assert said.replace("\xa0", " ") == "1 wythnos, 1 diwrnod"


def test_what_we_borrow_is_still_said_by_django_or_allauth() -> None:
    borrowed = extraction.strings_in(extraction.SITE / "diogel" / "borrowed_strings.py")
    sources = "\n".join(path.read_text() for name in ("django", "allauth") for path in package_files(name))
    flat = re.sub(r"\"\s*\n\s*\"", "", sources)
    gone = [
        message for message, *_rest in borrowed if (message if isinstance(message, str) else message[0]) not in flat
    ]
    assert gone == []


def package_files(name: str) -> list[Path]:
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent
    wanted = [
        "forms",
        "core/validators.py",
        "db/models",
        "utils/timesince.py",
        "contrib/humanize",
        "contrib/auth",
        "account",
    ]
    paths = [
        path for part in wanted for path in ([folder / part] if part.endswith(".py") else (folder / part).rglob("*.py"))
    ]
    return [path for path in paths if path.exists()]
