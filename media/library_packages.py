"""Packages of libraries alone: taken in as such, or what is left of a content's package when the content is deleted."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import partial
from typing import Any, BinaryIO, cast

from django.db import transaction

from media import keeping, libraries
from media.h5p import Fate, LibraryName, PackageReader, Refused, check_package, write_package
from media.h5p.exporting import copied
from media.models import ContentVersion, LibraryBuild


def import_libraries(file: BinaryIO, file_name: str) -> Mapping[LibraryName, Fate]:
    """Take in the libraries of a package, and nothing of a content that lies beside them. Raises Refused."""
    here = libraries.present()
    recognise = partial(libraries.recognised, here=here)
    verdict = check_package(file, name=file_name, known=here.keys(), recognise=recognise, libraries_only=True)
    if verdict.package is None:
        raise Refused(*verdict.problems)
    file.seek(0)
    reader = PackageReader(file)
    folders = {each.folder for each in verdict.package.libraries.values()}
    names = [name for name in reader.members if name.partition("/")[0] in folders]
    key = ""
    try:
        with transaction.atomic():
            libraries.one_at_a_time()
            key = _kept(reader, names)
            told = libraries.take_in(verdict.package, key, file_name, may_install=True)
    finally:
        libraries.sweep({key})  # where nothing of it was new, or anything went wrong
    return told


def unburden(key: str) -> None:
    """Move libraries out of a package that no content needs any more, and delete what is left of it."""
    rows = list(LibraryBuild.objects.filter(package=key).only("folder", "files", "package"))
    if not rows or ContentVersion.objects.filter(package=key).exists():
        return
    names = [f"{row.folder}/{path}" for row in rows for path in row.files]
    with keeping.package(key) as reader:
        if set(reader.members) <= set(names):
            return
        alone = _kept(reader, names)
    with transaction.atomic():
        LibraryBuild.objects.filter(package=key).update(package=alone)
        transaction.on_commit(lambda: libraries.sweep({key}))


def _kept(reader: PackageReader, names: list[str]) -> str:
    """A package of these members alone, kept; its key."""
    with tempfile.SpooledTemporaryFile(max_size=keeping.IN_MEMORY) as alone:
        write_package({name: copied(reader, name) for name in names}, cast("Any", alone))
        alone.seek(0)
        return keeping.packages().put(cast("Any", alone))
