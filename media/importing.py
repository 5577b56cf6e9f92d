"""H5P packages taken in: checked, then everything in one transaction, the file last. What is refused leaves nothing behind.

    imported = import_package(file, "quiz.h5p", by=person)
    imported.version.content, imported.fates

The file must be seekable and of bounded size already (`media.forms`); its bytes are read twice and never held at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from django.db import transaction
from django.db.models import Max

from media import keeping, libraries, preparing
from media.h5p import (
    Fate,
    LibraryName,
    Need,
    Package,
    PackageLimits,
    Refused,
    check_package,
    parts_of,
)
from media.h5p.limits import DEFAULT_LIMITS
from media.h5p.problems import problem
from media.libraries import Present
from media.models import ContentVersion, InteractiveContent, Library
from people.models import User

UNTITLED = "H5P"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in: the version, whether it is new, and what became of each library in the package."""

    version: ContentVersion
    is_new: bool
    fates: Mapping[LibraryName, Fate]


def import_package(
    file: BinaryIO,
    file_name: str,
    *,
    content: InteractiveContent | None = None,
    language: str = "",
    by: User | None = None,
    may_install: bool = True,
    waits: bool = False,
    limits: PackageLimits = DEFAULT_LIMITS,
) -> Imported:
    """Take in a package: as a new content, or as the next version of one. Raises Refused with every reason why not.

    The same bytes again change nothing. `language` is the content's, where the package does not say it right. With `waits`
    the version is shown to learners only once it is published (`media.publishing`), and takes the place of one that waited.
    """
    here = libraries.present()
    package = checked(file, file_name, here, limits)
    file.seek(0)
    key = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    spoken = language or language_of(package)
    there = _already(key, content, spoken)
    if there:
        return Imported(there, False, dict.fromkeys(package.libraries, Fate.KNOWN))
    was_there = keeping.packages().exists(key)
    try:
        with transaction.atomic():
            libraries.one_at_a_time()
            if there := _already(key, content, spoken):  # somebody put the same file in meanwhile
                return Imported(there, False, dict.fromkeys(package.libraries, Fate.KNOWN))
            fates = libraries.take_in(package, key, file_name, may_install=may_install)
            if package.builds:  # not known by their bytes: what is here may have changed
                here = libraries.present()
            version = _version(package, key, content, spoken, here, waits=waits)
            version.size, version.file_name, version.made_by = file.seek(0, 2), file_name[:255], by
            approved = {name: each.digest for name, each in here.items()}
            made = preparing.prepare(package.main_library, package.parameters, package.metadata, here=approved)
            preparing.keep(version, made)
            if spoken == "cy":  # its types' Welsh is in packages, of which this one is kept last
                version.prepared = ""
            version.save()
            version.libraries.add(*(here[LibraryName.parse(each)].number for each in made.libraries))
            file.seek(0)
            keeping.packages().keep(key, file)
    except BaseException:
        if not was_there:
            libraries.sweep({key})  # unless somebody took the same file in meanwhile
        raise
    return Imported(version, True, fates)


def acceptable(file: BinaryIO, file_name: str, *, may_install: bool = True) -> None:
    """Raises Refused with every reason why the package could not be taken in; keeps nothing either way."""
    libraries.fates_of(checked(file, file_name, libraries.present()), may_install=may_install)
    file.seek(0)


def checked(
    file: BinaryIO, file_name: str, here: Mapping[LibraryName, Present], limits: PackageLimits = DEFAULT_LIMITS
) -> Package:
    """The package, where nothing is wrong with it and new content of its type is welcome. Raises Refused."""
    recognise = partial(libraries.recognised, here=here)
    verdict = check_package(file, name=file_name, known=here.keys(), recognise=recognise, limits=limits)
    if verdict.package is None:
        raise Refused(*verdict.problems)
    main = verdict.package.main_library
    if main in verdict.package.libraries:
        runnable = verdict.package.libraries[main].runnable
    else:
        runnable = libraries.build(here[main].digest).metadata.runnable
    if not runnable:
        raise Refused(problem("library-not-runnable", found=str(main)))
    if here[main].restricted if main in here else _is_restricted(main):
        raise Refused(problem("restricted-library", found=str(main)))
    return verdict.package


def language_of(package: Package) -> str:
    """What h5p.json says, where it is Welsh; else English."""
    told = package.metadata.get("language") or package.metadata.get("defaultLanguage") or ""
    return "cy" if str(told).lower().startswith("cy") else "en"


def _already(key: str, content: InteractiveContent | None, language: str) -> ContentVersion | None:
    """The version that has these bytes: of this content, the newest in the language; without one, any."""
    if content is None:
        return ContentVersion.objects.filter(package=key, number__isnull=False).order_by("-pk").first()
    newest = content.versions.filter(language=language, number__isnull=False).order_by("-number").first()
    return newest if newest and newest.package == key else None


def _version(
    package: Package, key: str, content: InteractiveContent | None, language: str,
    here: Mapping[LibraryName, Present], *, waits: bool,
) -> ContentVersion:  # fmt: skip
    """The next version, not saved yet; the content is made where there is none."""
    number = None if waits else 1
    if content is None:
        title = str(package.metadata.get("title") or UNTITLED)[:200]
        content = InteractiveContent.objects.create(title=title, need=_need(package))
    else:
        InteractiveContent.objects.select_for_update().get(pk=content.pk)
        vars(content).pop("newest", None)
        if not content.versions.exists():
            content.need = _need(package)
            content.save(update_fields=["need"])
        if waits:
            content.versions.filter(language=language, number=None).delete()
        else:
            number = next_number(content, language)
    return ContentVersion(
        content=content, language=language, number=number, package=key, main_id=here[package.main_library].number,
        metadata=package.metadata,
        parameters=json.dumps(package.parameters, ensure_ascii=False, separators=(",", ":")),
    )  # fmt: skip


def next_number(content: InteractiveContent, language: str) -> int:
    """The number of the next version in a language; the caller holds the content's row."""
    told = content.versions.filter(language=language).aggregate(last=Max("number"))
    return (told["last"] or 0) + 1


def _need(package: Package) -> str:
    """The rule to begin with: whoever answers for the content may choose another."""
    parts = parts_of(package.main_library, package.parameters)
    return Need.ANSWERED if parts.is_question else Need.END


def _is_restricted(name: LibraryName) -> bool:
    """Of a library without a build in use: its row stays, and with it what was decided of it."""
    rows = Library.objects.filter(machine_name=name.machine_name, major=name.major, minor=name.minor)
    return rows.filter(restricted=True).exists()
