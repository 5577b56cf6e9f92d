"""The libraries that are here: read for checking and playing, taken in with packages, approved, restricted, deleted.

What is read often is kept in the process by digest: builds never change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Count, F, Prefetch, Q

from media import keeping
from media.h5p import (
    Fate,
    Field,
    Installed,
    LibraryMetadata,
    LibraryName,
    LibraryVersion,
    Package,
    Recognised,
    fates,
    parse_semantics,
    unused,
)
from media.models import AssetBundle, ContentDraft, ContentVersion, Library, LibraryBuild, LibraryPacking

ONE_AT_A_TIME = 0x48_35_50  # of PostgreSQL's locks that are known by a number alone, the one for this
KEPT = 1000  # builds whose library.json and semantics stay in memory


@dataclass(frozen=True, slots=True)
class Build:
    """An approved build, ready for use."""

    digest: str
    metadata: LibraryMetadata
    semantics: tuple[Field, ...]


@lru_cache(maxsize=KEPT)
def build(digest: str) -> Build:
    """A build by its digest. Raises LibraryBuild.DoesNotExist."""
    row = LibraryBuild.objects.get(digest=digest)
    return Build(digest, row.described, parse_semantics(row.semantics))


class Present(NamedTuple):
    """A library that is here with a build in use: its row's number and the build."""

    number: int
    digest: str
    patch: int
    restricted: bool


def present() -> dict[LibraryName, Present]:
    """Every library that is here, all in one query: what takes a package in asks for nothing more of known libraries."""
    rows = Library.objects.filter(approved__isnull=False).order_by()
    told = rows.values_list("machine_name", "major", "minor", "pk", "approved__digest", "approved__patch", "restricted")
    return {LibraryName(*each[:3]): Present(*each[3:]) for each in told}


def approved() -> dict[LibraryName, str]:
    """The digest of the build in use, of every library that is here."""
    return {name: each.digest for name, each in present().items()}


def recognised(packings: Collection[str], here: Mapping[LibraryName, Present]) -> dict[str, Recognised]:
    """Those that were judged before, and are of a build that is here or of one older than what is in use."""
    rows = LibraryPacking.objects.filter(digest__in=packings).order_by()
    told = list(rows.values_list("digest", "metadata", "build", "patch", "library_id"))
    in_use = {each.number: each for each in here.values()}
    others = {build for *_, build, _, number in told if number not in in_use or build != in_use[number].digest}
    kept = set(LibraryBuild.objects.filter(digest__in=others).values_list("digest", flat=True)) if others else set()
    found = {}
    for digest, raw, build, patch, number in told:
        if build not in others or build in kept:
            found[digest] = Recognised(raw, Fate.KNOWN)
        elif number in in_use and patch < in_use[number].patch:
            found[digest] = Recognised(raw, Fate.OLDER)
    return found


def fates_of(package: Package, *, may_install: bool) -> dict[LibraryName, Fate]:
    """What would become of each library that a package brings. Raises Refused."""
    here = {name: _installed(row) for name, row in _rows(package.builds).items()}
    return {**fates(package.builds, here, may_install=may_install), **package.recognised}


def one_at_a_time() -> None:
    """Until this transaction is over, nobody else brings libraries in or sweeps files away. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])


def take_in(package: Package, key: str, file_name: str, *, may_install: bool) -> dict[LibraryName, Fate]:
    """Install, patch and keep what a package brings, in the caller's transaction and `one_at_a_time`. Raises Refused."""
    told = fates_of(package, may_install=may_install)
    new = [name for name, fate in told.items() if fate is Fate.NEW]
    Library.objects.bulk_create([_library(package.libraries[name]) for name in new])
    rows = _rows(package.builds)
    kept = {name for name, fate in told.items() if fate in {Fate.NEW, Fate.PATCH, Fate.WAITING}}
    made = LibraryBuild.objects.bulk_create(
        [_build(rows[name], package, name, key, file_name) for name in sorted(kept)]
    )
    for row in made:
        if told[row.library.name] in {Fate.NEW, Fate.PATCH}:
            use(row)
    packings = [_packing(rows[name], package, name) for name in package.packings]
    LibraryPacking.objects.bulk_create(packings, ignore_conflicts=True)
    return told


def use(row: LibraryBuild) -> None:
    """Make a build the one that is used, and have everything that it shows in prepared anew."""
    library = row.library
    library.approved, library.title = row, row.described.title
    library.runnable = row.described.runnable
    library.save(update_fields=["approved", "title", "runnable"])
    shown = (
        ContentVersion.objects.all() if "addTo" in row.metadata else ContentVersion.objects.filter(libraries=library)
    )
    shown.update(prepared="")  # an addon may be wanted by any content


@transaction.atomic
def approve(row: LibraryBuild) -> None:
    """Use another build of a library from now on, on the word of somebody who has looked at the difference."""
    use(row)


@transaction.atomic
def delete_unused() -> list[LibraryName]:
    """Delete every library that no content needs; packages that nothing lies in any more go after it."""
    here = {name: build(digest).metadata for name, digest in approved().items()}
    in_use = Library.objects.filter(Q(used_by__isnull=False) | Q(drafts__isnull=False))
    wanted = [library.name for library in in_use.distinct()]
    gone = unused(here, wanted)
    rows = [row for row in Library.objects.all() if row.name in gone or row.approved_id is None]
    forget(LibraryBuild.objects.filter(library__in=rows))
    Library.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return sorted(row.name for row in rows)


def forget(builds: Iterable[LibraryBuild]) -> None:
    """Delete builds, with the bundles that they are in and, once that is certain, packages that nothing needs."""
    rows = list(builds)
    digests, keys = {row.digest for row in rows}, {row.package for row in rows}
    Library.objects.filter(approved__in=rows).update(approved=None)
    LibraryBuild.objects.filter(pk__in=[row.pk for row in rows]).delete()
    bundles = [each for each in AssetBundle.objects.all() if digests & set(each.builds)]
    AssetBundle.objects.filter(pk__in=[each.pk for each in bundles]).delete()
    keys |= {key for each in bundles for key in (each.scripts, each.styles)}
    transaction.on_commit(lambda: sweep(keys))


@transaction.atomic
def sweep(keys: Collection[str]) -> None:
    """Delete files that no content, draft, library or bundle lies in any more; whoever is bringing one in is waited for."""
    one_at_a_time()
    needed = {
        *(key for files in ContentDraft.objects.values_list("files", flat=True) for key in files.values()),
        *ContentVersion.objects.filter(package__in=keys).values_list("package", flat=True),
        *LibraryBuild.objects.filter(package__in=keys).values_list("package", flat=True),
        *AssetBundle.objects.filter(scripts__in=keys).values_list("scripts", flat=True),
        *AssetBundle.objects.filter(styles__in=keys).values_list("styles", flat=True),
    }
    for key in set(keys) - needed:
        keeping.packages().delete(key)


def with_usage() -> list[Library]:
    """Every library with the number of content versions that run on it, of those made for it, and of builds waiting."""
    rows = Library.objects.select_related("approved").annotate(
        used=Count("used_by", distinct=True),
        shown=Count("contents", distinct=True),
        kept=Count("builds", distinct=True),
    )
    return list(rows.order_by("machine_name", F("major"), F("minor")))


def _rows(names: Iterable[LibraryName]) -> dict[LibraryName, Library]:
    wanted = set(names)
    if not wanted:
        return {}
    machines = {name.machine_name for name in wanted}
    builds = LibraryBuild.objects.only("library_id", "digest").order_by()
    rows = Library.objects.filter(machine_name__in=machines).select_related("approved").order_by()
    rows = rows.defer(*(f"approved__{large}" for large in ("metadata", "semantics", "files")))
    return {row.name: row for row in rows.prefetch_related(Prefetch("builds", builds)) if row.name in wanted}


def _installed(row: Library) -> Installed:
    version = LibraryVersion(row.major, row.minor, row.approved.patch if row.approved else -1)
    kept = frozenset(each.digest for each in row.builds.all())
    return Installed(version, row.approved.digest if row.approved else "", kept)


def _library(metadata: LibraryMetadata) -> Library:
    name = metadata.name
    return Library(
        machine_name=name.machine_name, major=name.major, minor=name.minor, title=metadata.title,
        runnable=metadata.runnable,
    )  # fmt: skip


def _build(row: Library, package: Package, name: LibraryName, key: str, file_name: str) -> LibraryBuild:
    metadata, made = package.libraries[name], package.builds[name]
    return LibraryBuild(
        library=row, digest=made.digest, patch=made.version.patch, metadata=metadata.raw,
        semantics=package.raw_semantics[name], files=dict(made.files), package=key, folder=metadata.folder,
        came_with=file_name[:255],
    )  # fmt: skip


def _packing(row: Library, package: Package, name: LibraryName) -> LibraryPacking:
    made = package.builds[name]
    return LibraryPacking(
        digest=package.packings[name], library=row, build=made.digest, patch=made.version.patch,
        metadata=package.libraries[name].raw,
    )  # fmt: skip


def titles(names: Mapping[LibraryName, Fate], wanted: Fate) -> list[str]:
    """The libraries of one fate, as they are written."""
    return sorted(str(name) for name, fate in names.items() if fate is wanted)
