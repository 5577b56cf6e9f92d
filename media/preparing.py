"""What the page of a content needs, worked out once and kept with its version until one of its libraries changes.

That is: the content, filtered by the semantics of the builds that are in use now; which builds, in which order; which
servers it would call; and its scripts and styles as two files.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.urls import reverse

from media import keeping, libraries
from media.authoring.asked import asked_in
from media.h5p import (
    LibraryName,
    PackageReader,
    Refused,
    addons_for,
    bundle_scripts,
    bundle_styles,
    evaluates,
    filter_content,
    filter_metadata,
    gzip_packed,
    resolve_dependencies,
    with_ids,
    with_pictures,
)
from media.h5p.problems import problem
from media.models import AssetBundle, ContentVersion, LibraryBuild, OutsideHost
from media.runtime_texts import in_welsh

# What can stand in a policy without ending it. A name in other letters stays blocked.
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?", re.ASCII)

SMALL = 4096  # bytes of a picture


@dataclass(frozen=True, slots=True)
class Prepared:
    """`parameters` is JSON, as the runtime reads it; `builds` are digests in the order of their loading, `libraries` their names;
    `used` are those that the content names itself, and addons."""

    main: str
    parameters: str
    metadata: dict[str, Any]
    builds: list[str]
    libraries: list[str]
    used: list[str]
    hosts: list[str]


def prepared(version: ContentVersion) -> Prepared:
    """What the version's page needs; worked out now where it was not, or where a library has changed since."""
    if not version.prepared:
        keep(version, prepare(version.main.name, json.loads(version.parameters), version.metadata, version.language))
    return Prepared(**json.loads(version.prepared))


def prepare(
    main: LibraryName,
    parameters: Any,
    metadata: Any,
    language: str = "en",
    here: Mapping[LibraryName, str] | None = None,
) -> Prepared:
    """Worked out from a content as it was put in. Raises Refused where a library that it needs is not here.

    `here` are the builds in use, by their library, where the caller has read them already.
    """
    here = libraries.approved() if here is None else here
    if language == "cy":
        parameters = in_welsh(main, parameters, asked_in("en"))
    filtered = filter_content(main, parameters, lambda name: _semantics(here, name))
    known = {name: libraries.build(digest).metadata for name, digest in here.items()}
    used = (*filtered.libraries, *addons_for(filtered.parameters, known))
    closure = resolve_dependencies(used, known)
    if closure.missing:
        raise Refused(*(problem("missing-required-library", "h5p.json", found=str(name)) for name in closure.missing))
    loaded = [*closure.preloaded, *(name for name in closure.dynamic if name not in closure.preloaded)]
    return Prepared(
        main=str(main),
        parameters=json.dumps(with_ids(filtered.parameters), ensure_ascii=False, separators=(",", ":")),
        metadata=filter_metadata(metadata),
        builds=[here[name] for name in loaded],
        libraries=[str(name) for name in loaded],
        used=[str(name) for name in used],
        hosts=list(filtered.hosts),
    )


def keep(version: ContentVersion, made: Prepared) -> None:
    """Keep it with the version, and the servers that it names for an administrator to decide on."""
    version.prepared, version.hosts = json.dumps(asdict(made), ensure_ascii=False), made.hosts
    named = [OutsideHost(name=name) for name in made.hosts if HOST.fullmatch(name)]
    OutsideHost.objects.bulk_create(named, ignore_conflicts=True)
    if version.pk:
        version.save(update_fields=["prepared", "hosts"])


def bundle(builds: Sequence[str]) -> AssetBundle:
    """The builds' scripts and styles as two files, made when they are first asked for."""
    digest = hashlib.sha256("\n".join(builds).encode()).hexdigest()
    return AssetBundle.objects.filter(pk=digest).first() or _made(digest, builds)


def _made(digest: str, builds: Sequence[str]) -> AssetBundle:
    """Read out of the packages in which the builds lie. The rows first, the files after them."""
    rows = {row.digest: row for row in LibraryBuild.objects.filter(digest__in=builds).defer("semantics")}
    ordered = [rows[each] for each in builds]
    script = bundle_scripts(raw for _address, raw in _files(ordered, "scripts"))
    files = [gzip_packed(script), gzip_packed(bundle_styles(_files(ordered, "styles")))]
    keys = [hashlib.sha256(raw).hexdigest() for raw in files]
    values = {"builds": list(builds), "scripts": keys[0], "styles": keys[1], "evaluates": evaluates(script)}
    with transaction.atomic():
        row, _new = AssetBundle.objects.get_or_create(pk=digest, defaults=values)
        for raw in files:
            keeping.packages().put(io.BytesIO(raw))
    return row


def _files(builds: Sequence[LibraryBuild], kind: str) -> Iterator[tuple[str, bytes]]:
    """Every script or style of the builds, with the address it is served at; each package is opened once."""
    with ExitStack() as stack:
        opened: dict[str, PackageReader] = {}
        for row in builds:
            if row.package not in opened:
                opened[row.package] = stack.enter_context(keeping.package(row.package))
            for path in getattr(row.described, kind):
                reader = opened[row.package]
                name = f"{row.folder}/{path}"
                address = reverse("h5p:library", kwargs={"digest": row.digest, "path": path})
                raw = reader.read(name, reader.members[name].size)
                yield address, with_pictures(raw, path, _small(reader, row.folder)) if kind == "styles" else raw


def _small(reader: PackageReader, folder: str) -> Callable[[str], bytes | None]:
    """A library's pictures by their path in it, where they are small enough to be part of a style sheet."""

    def picture(path: str) -> bytes | None:
        member = reader.members.get(f"{folder}/{path}")
        return reader.read(member.name, SMALL) if member and member.size <= SMALL else None

    return picture


def _semantics(here: Mapping[LibraryName, str], name: LibraryName) -> Any:
    return libraries.build(here[name]).semantics if name in here else None
