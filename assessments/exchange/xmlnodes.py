"""XML from elsewhere as plain nodes with their lines: bounded while it is read, and no entity of its own is ever expanded.

Names lose their namespace and the spelling of QTI 3 (`qti-choice-interaction`, `response-identifier`), so that what reads
QTI 2.1 (`choiceInteraction`, `responseIdentifier`) reads it too.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from assessments.exchange.limits import LIMITS
from assessments.exchange.problems import Place, Refused, Unit, mistake
from assessments.exchange.texts import escaped

VOID = {"br", "hr", "img"}


@dataclass(slots=True)
class Node:
    """An element: its children are nodes and pieces of text, in order."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Node | str"] = field(default_factory=list)

    @property
    def nodes(self) -> list["Node"]:
        return [each for each in self.children if isinstance(each, Node)]

    def child(self, name: str) -> "Node | None":
        return next((each for each in self.nodes if each.name == name), None)

    def all(self, *names: str) -> Iterator["Node"]:
        """Every element of these names in it, itself too, in order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node.name in names:
                yield node
            waiting.extend(reversed(node.nodes))

    @property
    def words(self) -> str:
        """All text in it."""
        return "".join(each if isinstance(each, str) else each.words for each in self.children)

    def html(self, without: frozenset[str] = frozenset()) -> str:
        """What is in it as HTML, but for elements of some names."""
        return "".join(escaped(each) if isinstance(each, str) else _tagged(each, without) for each in self.children)


def _tagged(node: Node, without: frozenset[str]) -> str:
    if node.name in without:
        return ""
    attributes = "".join(f' {name}="{escaped(value)}"' for name, value in node.attributes.items() if name == "href")
    return f"<{node.name}{attributes}>" + ("" if node.name in VOID else f"{node.html(without)}</{node.name}>")


def parse(raw: bytes, file: str = "") -> Node:
    """The root. Raises Refused with the line of what is wrong."""
    building = Building(file)
    parser = make_parser()
    parser.setContentHandler(building)
    try:
        parser.parse(io.BytesIO(raw))
    except SAXParseException as fault:
        where = Place(Unit.LINE, fault.getLineNumber() or 1, file=file)
        raise Refused(mistake("not-xml", where, reason=fault.getMessage())) from fault
    except DefusedXmlException as fault:
        raise Refused(mistake("xml-entities", Place(file=file))) from fault
    except (SAXException, UnicodeError, LookupError, ValueError) as fault:
        raise Refused(mistake("not-xml", Place(file=file), reason=str(fault))) from fault
    return building.root


class Building(ContentHandler):
    """Makes nodes of what the parser meets, and stops it where there is too much."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file
        self.open: list[Node] = []
        self.count = 0
        self.root = Node("", {}, 0)
        self.at: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:
        self.at = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        self.count += 1
        line = (self.at.getLineNumber() if self.at else 0) or 0
        if self.count > LIMITS.elements or len(self.open) >= LIMITS.depth:
            raise Refused(mistake("xml-too-much", Place(Unit.LINE, line, file=self.file)))
        node = Node(_name(name), {_name(key): value for key, value in attrs.items()}, line)
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def endElement(self, name: str) -> None:
        self.open.pop()

    def characters(self, content: str) -> None:
        self.open[-1].children.append(content)


def _name(name: str) -> str:
    own = name.rpartition(":")[2].removeprefix("qti-")
    return re.sub(r"-(\w)", lambda found: found.group(1).upper(), own)
