"""Rules of the practice a conference is held on, as lines."""

from simulations.engine.practice import Footing, InBoth
from simulations.engine.sections.arrangements import RuleLine


def rule_line(words: InBoth, footing: Footing) -> RuleLine:
    """A rule with what it rests on."""
    return RuleLine(words=words.texts(), mark=footing.mark, source=footing.source, read=footing.read)
