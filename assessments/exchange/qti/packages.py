"""Packages of QTI: a zip with a manifest that lists the items. Bounded by its list before anything in it is unpacked.

A test's structure has no place here: its items are taken one by one, and the test itself is told as left out.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assessments.exchange.drafts import Draft
from assessments.exchange.limits import LIMITS
from assessments.exchange.problems import Place, Problem, Refused, loss, mistake
from assessments.exchange.qti.reading import ITEM, read_item
from assessments.exchange.qti.writing import Version, write_item
from assessments.exchange.texts import escaped
from assessments.exchange.xmlnodes import Node, parse
from media.h5p import DEFAULT_LIMITS, PackageReader
from media.h5p import Refused as ZipRefused

MANIFEST = "imsmanifest.xml"
ALWAYS = (1980, 1, 1, 0, 0, 0)  # the same questions make the same bytes, whatever the day
LIMITED = replace(
    DEFAULT_LIMITS,
    members=LIMITS.members,
    directory_bytes=LIMITS.file,
    file_bytes=LIMITS.unpacked,
    total_bytes=LIMITS.unpacked,
)

Read = tuple[Draft, list[Problem], str]


def is_zip(raw: bytes) -> bool:
    return raw.startswith(b"PK")


def read_package(raw: bytes) -> Iterator[Read | Refused]:
    """Each item as a draft with what was lost, or why it cannot be taken. Raises Refused for a zip that cannot be read."""
    try:
        package = PackageReader(io.BytesIO(raw), LIMITED)
        names = _items(package)
        for name in names:
            yield _read(package, name)
    except ZipRefused as refused:
        raise Refused(
            *(mistake("zip", Place(file=each.where), reason=(each.english, each.welsh)) for each in refused.problems)
        ) from refused
    if len(names) < sum(1 for name in package.members if name.endswith(".xml")) - 1:
        yield Refused(loss("other-files-left-out"))


def _items(package: PackageReader) -> list[str]:
    """The items by the manifest, in its order."""
    if MANIFEST not in package.members:
        raise Refused(mistake("no-manifest"))
    listed = []
    for resource in parse(package.read(MANIFEST, LIMITS.file), MANIFEST).all("resource"):
        kind, name = resource.attributes.get("type", ""), resource.attributes.get("href", "")
        if kind.startswith("imsqti_item"):
            listed.append(name)
    return list(dict.fromkeys(listed))


def _read(package: PackageReader, name: str) -> Read | Refused:
    place = Place(file=name)
    if name not in package.members:
        return Refused(mistake("file-missing", place))
    if package.members[name].size > LIMITS.file:
        return Refused(mistake("file-too-large", place, limit=LIMITS.file // (1024 * 1024)))
    try:
        return read_item(_item(parse(package.read(name, LIMITS.file), name)), name)
    except Refused as refused:
        return refused


def _item(root: Node) -> Node:
    return next(root.all(ITEM), root)


def write_package(drafts: Iterable[Draft], language: str, version: Version) -> bytes:
    made = io.BytesIO()
    drafts = list(drafts)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        _put(package, MANIFEST, _manifest(drafts, version))
        for draft in drafts:
            _put(package, _file(draft), write_item(draft, language, version))
    return made.getvalue()


def _put(package: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, ALWAYS)
    entry.compress_type = zipfile.ZIP_DEFLATED
    package.writestr(entry, text)


def _file(draft: Draft) -> str:
    return f"items/{draft.key}.xml"


def _manifest(drafts: list[Draft], version: Version) -> str:
    resources = "\n".join(
        f'<resource identifier="r-{draft.key}" type="{version.resource}" href="{escaped(_file(draft))}">'
        f'<file href="{escaped(_file(draft))}"/></resource>'
        for draft in drafts
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="{version.manifest}" identifier="questions">\n'
        f"<metadata><schema>{version.schema}</schema><schemaversion>{version.number}.0</schemaversion></metadata>\n"
        f"<organizations/>\n<resources>\n{resources}\n</resources>\n</manifest>\n"
    )
