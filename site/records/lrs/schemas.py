"""What statements and their parts look like, as JSON Schema: for programs that read how this store is to be spoken with.

It refuses nothing that the rules in `records/xapi/` take. They refuse more, where two properties must fit each other.
"""

import re
from typing import Any

from records.xapi.activities import COMPONENTS, LISTS
from records.xapi.agents import MBOX, SHA1
from records.xapi.attachments import MEDIA_TYPE, SHA2
from records.xapi.contexts import KINDS
from records.xapi.identifiers import ABSOLUTE_IRI, LONGEST_IRI, STANDARD_UUID
from records.xapi.languages import TAG
from records.xapi.times import CALENDAR_DURATION, DURATION, TIMESTAMP
from records.xapi.versions import TWO
from records.xapi.vocabulary import VOIDED

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
TRUTH: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": "number"}


def known(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def spelt(*shapes: re.Pattern[str], **more: int) -> Schema:
    """Text that one of these matches from its beginning to its end; schemas have no flags but what is written out."""
    within = "|".join(f"(?:{each.pattern})" for each in shapes)
    return {"type": "string", "pattern": f"^(?:{within})$", **more}


def of(required: tuple[str, ...] = (), /, **properties: Schema) -> Schema:
    """An object of these properties and no others."""
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**found, "required": list(required)} if required else found


def listed(inner: Schema, **more: int) -> Schema:
    return {"type": "array", "items": inner, **more}


def said(kind: str) -> Schema:
    return {"const": kind}


UUID = spelt(STANDARD_UUID, maxLength=36)
IRI = spelt(ABSOLUTE_IRI, maxLength=LONGEST_IRI)
TIME = spelt(TIMESTAMP, maxLength=40)
MAP: Schema = {"type": "object", "propertyNames": spelt(TAG, maxLength=35), "additionalProperties": TEXT}
EXTENSIONS: Schema = {"type": "object", "propertyNames": known("IRI")}
ACCOUNT = of(("homePage", "name"), homePage=known("IRI"), name=TEXT)
IDENTIFIERS: dict[str, Schema] = {
    "mbox": spelt(MBOX, maxLength=320),
    "mbox_sha1sum": spelt(SHA1, maxLength=40),
    "openid": known("IRI"),
    "account": ACCOUNT,
}
MEMBERS = listed(known("Agent"))
COMPONENT = listed(of(("id",), id=TEXT, description=known("LanguageMap")))
DEFINITION = of(
    name=known("LanguageMap"),
    description=known("LanguageMap"),
    type=known("IRI"),
    moreInfo=known("IRI"),
    extensions=known("Extensions"),
    interactionType={"enum": list(COMPONENTS)},
    correctResponsesPattern=listed(TEXT),
    **dict.fromkeys(LISTS, COMPONENT),
)
ATTACHMENT = of(
    ("usageType", "display", "contentType", "length", "sha2"),
    usageType=known("IRI"),
    display=known("LanguageMap"),
    description=known("LanguageMap"),
    contentType=spelt(MEDIA_TYPE),
    length={"type": "integer", "minimum": 0},
    sha2=spelt(SHA2, maxLength=128),
    fileUrl=known("IRI"),
)
RESULT = of(
    score=of(scaled={**NUMBER, "minimum": -1, "maximum": 1}, raw=NUMBER, min=NUMBER, max=NUMBER),
    success=TRUTH,
    completion=TRUTH,
    response=TEXT,
    duration=spelt(DURATION, CALENDAR_DURATION, maxLength=40),
    extensions=known("Extensions"),
)
RELEVANT = listed(known("IRI"), minItems=1)
CONTEXT = of(
    registration=known("UUID"),
    instructor=known("Actor"),
    team=known("Group"),
    contextActivities=of(**{kind: {"anyOf": [known("Activity"), listed(known("Activity"))]} for kind in KINDS}),
    contextAgents=listed(
        of(("objectType", "agent"), objectType=said("contextAgent"), agent=known("Agent"), relevantTypes=RELEVANT)
    ),
    contextGroups=listed(
        of(("objectType", "group"), objectType=said("contextGroup"), group=known("Group"), relevantTypes=RELEVANT)
    ),
    revision=TEXT,
    platform=TEXT,
    language=spelt(TAG, maxLength=35),
    statement=known("StatementRef"),
    extensions=known("Extensions"),
)
INNER: dict[str, Schema] = {
    "actor": known("Actor"),
    "verb": of(("id",), id=known("IRI"), display=known("LanguageMap")),
    "result": RESULT,
    "context": CONTEXT,
    "timestamp": known("Time"),
    "attachments": listed(ATTACHMENT),
}
THINGS = [known(name) for name in ("Activity", "Agent", "Group", "StatementRef")]
REQUIRED = ("actor", "verb", "object")
SCHEMAS: dict[str, Schema] = {
    "UUID": UUID,
    "IRI": IRI,
    "Time": TIME,
    "LanguageMap": MAP,
    "Extensions": EXTENSIONS,
    "Agent": {
        "anyOf": [of((name,), objectType=said("Agent"), name=TEXT, **{name: rule}) for name, rule in IDENTIFIERS.items()]
    },
    "Group": {
        "anyOf": [
            of(("objectType", "member"), objectType=said("Group"), name=TEXT, member=MEMBERS),
            *(
                of(("objectType", name), objectType=said("Group"), name=TEXT, member=MEMBERS, **{name: rule})
                for name, rule in IDENTIFIERS.items()
            ),
        ]
    },
    "Actor": {"anyOf": [known("Agent"), known("Group")]},
    "Activity": of(("id",), objectType=said("Activity"), id=known("IRI"), definition=DEFINITION),
    "StatementRef": of(("objectType", "id"), objectType=said("StatementRef"), id=known("UUID")),
    "SubStatement": of(
        ("objectType", *REQUIRED), **INNER, objectType=said("SubStatement"), object={"anyOf": THINGS}
    ),
    "Statement": {
        **of(
            REQUIRED,
            **INNER,
            object={"anyOf": [*THINGS, known("SubStatement")]},
            id=known("UUID"),
            stored=known("Time"),
            authority=known("Actor"),
            version=spelt(TWO.takes),
        ),
        "description": f"What voids another has the verb {VOIDED} and a StatementRef as its object.",
    },
    "Problem": {**of(("error", "where"), error=TEXT, where=TEXT), "description": "What is wrong, and the path of it."},
}  # fmt: skip
