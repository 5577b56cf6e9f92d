"""What stands where a key that must be there could not be read, so that the rest of its section is looked at all the same.

Whoever asks for the scenario never sees one: a file with a mistake has none. A check that would take a stand-in for what the file
says asks first whether anything is lost there (`losses`). What has rules hanging on it, such as a seat's part, has no stand-in.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_origin

from simulations.engine.scenario.keys import KeyOfSection
from simulations.engine.scenario.small_types import UNREADABLE
from simulations.engine.scenario.values import Age, Day, Text
from simulations.engine.scenario.vocabulary import Language, Meeting, Sector

OF_A_TYPE: Mapping[object, object] = {
    Text: Text(words=tuple((language.value, "") for language in Language)),
    Day: Day(0, "days"),
    Age: Age(0, "years"),
    Meeting: Meeting.INITIAL,
    Sector: Sector.CHILDRENS_SERVICES,
    str: "",
}


def stand_in(key: KeyOfSection) -> object:
    """What stands for a key that could not be read; UNREADABLE where it may be left out, or nothing may stand for it."""
    if key.has_default:
        return UNREADABLE
    if key.hint is int:
        return key.key.least or 0
    if get_origin(key.hint) is tuple:
        return ()
    if get_origin(key.hint) is Mapping:
        return MappingProxyType({})
    return OF_A_TYPE.get(key.hint, UNREADABLE)
