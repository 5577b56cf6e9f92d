"""What the reader says, in English and in Welsh, by code.

The two say the same. What is filled in stands in quotation marks or after a colon, so that neither language has to bend
it. The Welsh awaits a translator.
"""

from simulations.engine.scenario.messages.of_the_file import OF_THE_FILE
from simulations.engine.scenario.messages.of_the_keys import OF_THE_KEYS
from simulations.engine.scenario.messages.of_the_parts import OF_THE_PARTS
from simulations.engine.scenario.messages.of_the_whole import OF_THE_WHOLE

MESSAGES: dict[str, tuple[str, str]] = {**OF_THE_FILE, **OF_THE_WHOLE}

OF_THE_MODEL: dict[str, str] = {**OF_THE_KEYS, **OF_THE_PARTS}
"""What the model says of its keys, in Welsh, by the English."""

HINTS: dict[str, tuple[str, str]] = {
    "did-you-mean": ("Did you mean “{near}”?", "Ai “{near}” oedd gennych mewn golwg?"),
    "known-keys": ("Keys it has: {known}.", "Dyma'r allweddi sydd ganddo: {known}."),
    "options": ("Options: {known}.", "Opsiynau: {known}."),
    "space-after-colon": (
        "Write a space after the colon: “{near}: …”.",
        "Ysgrifennwch fwlch ar ôl y colon: “{near}: …”.",
    ),
    "defined": ("Defined: {known}.", "Wedi'u diffinio: {known}."),
    "text": (
        'Write a text in double quotes, or {{en: "…", cy: "…"}}.',
        'Ysgrifennwch destun mewn dyfynodau dwbl, neu {{en: "…", cy: "…"}}.',
    ),
    "unpublished": (
        "It is written under authorship, by the people concerned.",
        "Ysgrifennir hyn o dan authorship, gan y bobl dan sylw.",
    ),
}
"""What would be right, where it can be told."""
