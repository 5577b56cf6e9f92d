"""What the drawing says, in both languages, and the text that tells the same as the picture."""

from collections.abc import Iterator, Mapping

from simulations.engine.scenario.conditions import After, AllOf, PhaseIs
from simulations.engine.scenario.meeting import Inject
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import HandedOverWhen
from simulations.engine.scenario.values import FactId, PhaseId, SeatId, Text
from simulations.engine.scenario.vocabulary import Agenda


def _pair(english: str, welsh: str) -> Text:
    return Text(words=(("en", english), ("cy", welsh)))


WORDS: Mapping[str, Text] = {
    "legend-line": _pair(
        "Phases by their minutes. Filled: something is decided. Dashed: a break. Numbers mark injects.",
        "Camau yn ôl eu munudau. Llawn: penderfynir rhywbeth. Llinell doredig: egwyl. Mae rhifau'n nodi mewnosodiadau.",
    ),
    "injects": _pair("What happens meanwhile", "Beth sy'n digwydd yn y cyfamser"),
    "matrix": _pair("Who holds what", "Pwy sy'n dal beth"),
    "legend-matrix": _pair(
        "A filled dot: the seat's papers carry it. A ring: it can come into the seat's hands later. Bold with a star: critical.",
        "Dot llawn: mae ym mhapurau'r sedd. Cylch: gall ddod i ddwylo'r sedd yn ddiweddarach. Trwm â seren: hanfodol.",
    ),
    "no-facts": _pair("There are no facts yet.", "Nid oes ffeithiau eto."),
    "minutes": _pair("min", "mun"),
    "by-hand": _pair("by hand", "â llaw"),
    "otherwise": _pair("when its condition holds", "pan fydd ei amod yn wir"),
    "everyone": _pair("everyone", "pawb"),
    "phases": _pair("Phases, in minutes", "Camau, mewn munudau"),
    "in-all": _pair("In all, in minutes", "I gyd, mewn munudau"),
    "critical": _pair("critical", "hanfodol"),
    "later": _pair("later", "yn ddiweddarach"),
    "nobody": _pair("nobody", "neb"),
}


def moment_of(inject: Inject, scenario: Scenario) -> tuple[PhaseId | None, int | None]:
    """The phase and the seconds in it that an inject waits for; None for what its condition does not say plainly.

    A time without a phase counts from the first phase whose agenda is `opening`.
    """
    parts = inject.when.of if isinstance(inject.when, AllOf) else (inject.when,)
    phase = next((part.phase for part in parts if isinstance(part, PhaseIs)), None)
    after = next((int(part.after) for part in parts if isinstance(part, After)), None)
    if phase is None and after is not None:
        phase = next((each.id for each in scenario.phases if each.agenda is Agenda.OPENING), None)
    return phase, after


def when_in_words(inject: Inject, scenario: Scenario, language: str) -> str:
    """When an inject happens, as far as a short line can tell."""
    if inject.when is None:
        return WORDS["by-hand"].in_language(language)
    phase, after = moment_of(inject, scenario)
    told = [phase, f"{after // 60}:{after % 60:02}" if after is not None else None]
    return " + ".join(each for each in told if each) or WORDS["otherwise"].in_language(language)


def holders(scenario: Scenario) -> dict[FactId, dict[SeatId, bool]]:
    """By fact, the seats that hold it: True where it is in their hands from the start."""
    found: dict[FactId, dict[SeatId, bool]] = {fact: {} for fact in scenario.facts}
    dealt = scenario.dealt_papers()
    for paper in scenario.papers.values():
        later = paper.id in dealt or isinstance(paper.available, HandedOverWhen)
        for fact in (passage.fact for passage in paper.passages if passage.fact):
            for seat in paper.held_by:
                found[fact][seat] = found[fact].get(seat, False) or not later
    return found


def called(seat: SeatId, scenario: Scenario, language: str) -> str:
    """What a seat is called."""
    return scenario.seats[seat].title.in_language(language)


def alternative(scenario: Scenario, language: str) -> str:
    """The picture in words: phases, injects, and who holds each fact."""
    return "\n".join(_told(scenario, language))


def _told(scenario: Scenario, language: str) -> Iterator[str]:
    def say(name: str) -> str:
        return WORDS[name].in_language(language)

    yield f"{say('phases')}: " + ", ".join(f"{phase.id} {phase.minutes}" for phase in scenario.phases)
    yield f"{say('in-all')}: {sum(phase.minutes for phase in scenario.phases)}"
    for number, inject in enumerate(scenario.injects.values(), 1):
        yield f"{say('injects')}, {number}: {inject.id} ({when_in_words(inject, scenario, language)})"
    for fact, seats in holders(scenario).items():
        names = [
            called(seat, scenario, language) + ("" if at_once else f" ({say('later')})")
            for seat, at_once in seats.items()
        ]
        mark = f" ({say('critical')})" if scenario.facts[fact].critical else ""
        yield f"{say('matrix')}, {fact}{mark}: {', '.join(names) or say('nobody')}"
