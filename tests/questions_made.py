"""Questions of the kinds that other systems know, made at random, in one language or both."""

import string

from hypothesis import strategies as st

from assessments.exchange import Entry
from assessments.questions import Question
from assessments.questions.arranging import Match, Order, Stem, Target
from assessments.questions.choosing import MultipleChoice, SingleChoice, TrueFalse
from assessments.questions.parts import Item, Option, Why
from assessments.questions.texts import Bilingual, Source
from assessments.questions.writing import AcceptedAnswers, ShortText

LETTERS = string.ascii_letters + string.digits + " ŵŷâêîôûŴ’'\"~=#{}:\\%<>&;,.!?|()@+-/"
line = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
word = st.text("abcdefghijŵŷ", min_size=1, max_size=8)
words = st.lists(word, min_size=1, max_size=4).map(" ".join)
paragraphs = st.lists(words, min_size=1, max_size=3).map("\n\n".join)
uuids = st.uuids(version=4).map(str)


def both(text: st.SearchStrategy[str]) -> st.SearchStrategy[Bilingual]:
    return st.builds(Bilingual, text, text)


sources = st.lists(st.builds(Source, word.map(lambda name: f"https://a.example/{len(name)}"), both(words)), max_size=2)
why = st.builds(Why, both(paragraphs), sources)
cases = st.none() | both(paragraphs)


@st.composite
def options(draw: st.DrawFn, right: st.SearchStrategy[list[bool]]) -> list[Option]:
    kept = []
    for is_right in draw(right):
        reason = draw(why)
        kept.append(Option(draw(uuids), draw(both(line)), is_right, reason.why, reason.sources))
    return kept


one = st.integers(2, 6).flatmap(lambda n: st.integers(0, n - 1).map(lambda k: [place == k for place in range(n)]))
several = st.lists(st.booleans(), min_size=2, max_size=6).filter(any)
single = st.builds(SingleChoice, prompt=both(line), case=cases, options=options(one))
multiple = st.builds(MultipleChoice, prompt=both(line), case=cases, options=options(several))
true_false = st.builds(TrueFalse, prompt=both(line), case=cases, true=st.booleans(), when_true=why, when_false=why)
items = st.lists(st.builds(Item, uuids, both(line)), min_size=2, max_size=6)
order = st.builds(Order, prompt=both(line), case=cases, items=items)
accepted = st.lists(line, min_size=1, max_size=4, unique=True)
short_text = st.builds(
    lambda asked, case, en, cy, reason: ShortText(
        prompt=asked, case=case, accepted=AcceptedAnswers(en, cy), why=reason.why, sources=reason.sources
    ),
    both(line),
    cases,
    accepted,
    accepted,
    why,
)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    names = draw(st.lists(line, min_size=2, max_size=5, unique=True))
    targets = [Target(draw(uuids), Bilingual(name, name)) for name in names]
    count = draw(st.integers(2, 5))
    stems = [Stem(draw(uuids), draw(both(line)), draw(st.sampled_from(targets)).id) for _ in range(count)]
    return Match(prompt=draw(both(line)), case=draw(cases), stems=stems, targets=targets)


def entries(*kinds: st.SearchStrategy[Question]) -> st.SearchStrategy[list[Entry]]:
    outcomes = st.just("") | word
    entry = st.builds(Entry, uuids, st.one_of(*kinds), outcomes)
    return st.lists(entry, min_size=1, max_size=4, unique_by=lambda each: each.key)


EVERY_KIND = (single, multiple, true_false, order, short_text, matches())
