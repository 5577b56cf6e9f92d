"""From a draft to one item of QTI, in the words of version 2.1 or 3.0."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assessments.exchange.drafts import Draft, DraftOption, Kind
from assessments.exchange.texts import escaped, plain, to_html

LONGEST_TITLE = 80
TAG = re.compile(
    r"(?P<start></?)(?P<name>[a-z]+[A-Z][A-Za-z]*|prompt|value|mapping|match|variable|correct)(?P<attributes>(?:\s[^<>]*)?)>"
)
ATTRIBUTE = re.compile(r"(?<=\s)(?P<name>[a-z]+[A-Z][A-Za-z]*)(?==\")")


@dataclass(frozen=True, slots=True)
class Version:
    """How a version of QTI spells itself."""

    number: str
    namespace: str
    resource: str
    manifest: str
    schema: str
    hyphens: bool


VERSIONS = {
    "2.1": Version(
        "2.1",
        "http://www.imsglobal.org/xsd/imsqti_v2p1",
        "imsqti_item_xmlv2p1",
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "QTIv2.1 Package",
        hyphens=False,
    ),
    "3.0": Version(
        "3.0",
        "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        "imsqti_item_xmlv3p0",
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        "QTI Package",
        hyphens=True,
    ),
}
CARDINALITY = {Kind.MULTIPLE: "multiple", Kind.MATCH: "multiple", Kind.ORDER: "ordered"}
BASE = {Kind.MATCH: "directedPair", Kind.SHORT_TEXT: "string"}


def write_item(draft: Draft, language: str, version: Version) -> str:
    own = "\n".join(["<itemBody>", *_body(draft), "</itemBody>"])
    modal = ""
    if draft.why:
        modal = f'<modalFeedback outcomeIdentifier="SAID" identifier="ALL" showHide="show">{to_html(draft.why)}</modalFeedback>'
    inside = "\n".join(filter(None, [_declared(draft), _outcomes(draft), own, _processing(draft), modal]))
    inside = _hyphenated(inside) if version.hyphens else inside
    name = "qti-assessment-item" if version.hyphens else "assessmentItem"
    dependent = "time-dependent" if version.hyphens else "timeDependent"
    title = escaped(plain(draft.prompt)[:LONGEST_TITLE])
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{name} xmlns="{version.namespace}" identifier="q-{draft.key}" '
        f'title="{title}" xml:lang="{language}" adaptive="false" {dependent}="false">\n{inside}\n</{name}>\n'
    )


def _hyphenated(text: str) -> str:
    """The newer spelling of our own elements and attributes; HTML has none that look so."""

    def tag(found: re.Match[str]) -> str:
        attributes = ATTRIBUTE.sub(lambda each: _with_hyphens(each["name"]), found["attributes"])
        return f"{found['start']}qti-{_with_hyphens(found['name'])}{attributes}>"

    return TAG.sub(tag, text)


def _with_hyphens(name: str) -> str:
    return re.sub(r"[A-Z]", lambda found: f"-{found.group().lower()}", name)


def _declared(draft: Draft) -> str:
    kind = f'cardinality="{CARDINALITY.get(draft.kind, "single")}" baseType="{BASE.get(draft.kind, "identifier")}"'
    values = "".join(f"<value>{escaped(each)}</value>" for each in _right(draft))
    return (
        f'<responseDeclaration identifier="RESPONSE" {kind}>\n<correctResponse>{values}</correctResponse>'
        f"{_mapping(draft)}\n</responseDeclaration>"
    )


def _right(draft: Draft) -> Iterator[str]:
    match draft.kind:
        case Kind.TRUE_FALSE:
            yield "true" if draft.true else "false"
        case Kind.SHORT_TEXT:
            yield draft.accepted[0]
        case Kind.MATCH:
            yield from (f"{_name(stem)} {_name(draft.targets[stem.target or 0])}" for stem in draft.options)
        case Kind.ORDER:
            yield from map(_name, draft.options)
        case _:
            yield from (_name(option) for option in draft.options if option.right)


def _mapping(draft: Draft) -> str:
    if draft.kind is not Kind.SHORT_TEXT:
        return ""
    sensitive = "true" if draft.capitals_matter else "false"
    entries = (
        f'<mapEntry mapKey="{escaped(each)}" mappedValue="1" caseSensitive="{sensitive}"></mapEntry>'
        for each in draft.accepted
    )
    return f'\n<mapping defaultValue="0">{"".join(entries)}</mapping>'


def _outcomes(draft: Draft) -> str:
    several = "multiple" if draft.kind is Kind.MULTIPLE else "single"
    return "\n".join(
        [
            '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"></outcomeDeclaration>',
            f'<outcomeDeclaration identifier="SAID" cardinality="{several}" baseType="identifier"></outcomeDeclaration>',
        ]
    )


def _body(draft: Draft) -> Iterator[str]:
    if draft.case:
        yield to_html(draft.case)
    prompt = escaped(draft.prompt)
    match draft.kind:
        case Kind.SHORT_TEXT:
            yield f'<p>{prompt}</p>\n<p><textEntryInteraction responseIdentifier="RESPONSE"></textEntryInteraction></p>'
        case Kind.MATCH:
            most = len(draft.options)
            yield f'<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="{most}">'
            yield f"<prompt>{prompt}</prompt>"
            yield _associable(draft.options, 1)
            yield _associable(draft.targets, most)
            yield "</matchInteraction>"
        case _:
            yield from _choices(draft, prompt)


def _choices(draft: Draft, prompt: str) -> Iterator[str]:
    name = "orderInteraction" if draft.kind is Kind.ORDER else "choiceInteraction"
    most = {Kind.ORDER: "", Kind.MULTIPLE: ' maxChoices="0"'}.get(draft.kind, ' maxChoices="1"')
    shuffle = "false" if draft.kind is Kind.TRUE_FALSE else "true"
    yield f'<{name} responseIdentifier="RESPONSE" shuffle="{shuffle}"{most}>\n<prompt>{prompt}</prompt>'
    if draft.kind is Kind.TRUE_FALSE:
        yield _simple(DraftOption("true", why=draft.when_true, id="true"), "true")
        yield _simple(DraftOption("false", why=draft.when_false, id="false"), "false")
    else:
        yield from (_simple(each, _name(each)) for each in draft.options)
    yield f"</{name}>"


def _simple(option: DraftOption, name: str) -> str:
    why = ""
    if option.why:
        said = _inline(option.why)
        why = f'<feedbackInline outcomeIdentifier="SAID" identifier="{name}" showHide="show">{said}</feedbackInline>'
    return f'<simpleChoice identifier="{name}">{escaped(option.text)}{why}</simpleChoice>'


def _inline(text: str) -> str:
    """Paragraphs may not stand inside a line: breaks stand between them."""
    return re.sub(r"</p>\s*<p>", "<br /><br />", to_html(text)).replace("<p>", "").replace("</p>", "")


def _associable(options: tuple[DraftOption, ...], most: int) -> str:
    each = (
        f'<simpleAssociableChoice identifier="{_name(option)}" matchMax="{most}">{escaped(option.text)}</simpleAssociableChoice>'
        for option in options
    )
    return f"<simpleMatchSet>{''.join(each)}</simpleMatchSet>"


def _processing(draft: Draft) -> str:
    if draft.kind is Kind.SHORT_TEXT:
        score = (
            '<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"></mapResponse></setOutcomeValue>'
        )
        said = '<setOutcomeValue identifier="SAID"><baseValue baseType="identifier">ALL</baseValue></setOutcomeValue>'
        return f"<responseProcessing>{score}{said}</responseProcessing>"
    right = '<match><variable identifier="RESPONSE"></variable><correct identifier="RESPONSE"></correct></match>'
    full = '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>'
    said = '<setOutcomeValue identifier="SAID"><variable identifier="RESPONSE"></variable></setOutcomeValue>'
    told = said if draft.kind in {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE} else ""
    condition = f"<responseCondition><responseIf>{right}{full}</responseIf></responseCondition>"
    return f"<responseProcessing>{condition}{told}</responseProcessing>"


def _name(option: DraftOption) -> str:
    """An identifier begins with a letter."""
    return f"c-{option.id}"
