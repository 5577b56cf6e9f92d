"""Where H5P packages lie: in a folder of their own in the data folder, which no web server hands out by itself.

`DjangoStorage` keeps them in any of Django's storages, under the digest of their bytes as `media.h5p.Storage` asks.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import IO, BinaryIO, cast

from django.core.files import File
from django.core.files.storage import Storage as Files
from django.core.files.storage import storages

from media.h5p import PackageIndex, PackageReader, stored_package
from media.h5p.storage import KEY, PIECE

OPEN_PACKAGES = 64
IN_MEMORY = 4 * 1024 * 1024


class DjangoStorage:
    """Keeps bytes under their digest in one of Django's storages."""

    def __init__(self, files: Files) -> None:
        self.files = files

    def put(self, stream: BinaryIO) -> str:
        """See media.h5p.Storage. What is there already is not written again."""
        digest = hashlib.sha256()
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as copy:
            while piece := stream.read(PIECE):
                digest.update(piece)
                copy.write(piece)
            copy.seek(0)
            self.keep(digest.hexdigest(), copy)
        return digest.hexdigest()

    def keep(self, key: str, file: IO[bytes]) -> None:
        """Keep a file, from where it stands, whose key was worked out already."""
        if not self.exists(key):
            self.files.save(_name(key), File(file, name=key))

    def open(self, key: str) -> BinaryIO:
        """See media.h5p.Storage."""
        if not KEY.fullmatch(key):
            raise KeyError(key)
        try:
            return cast("BinaryIO", self.files.open(_name(key)))
        except FileNotFoundError as error:
            raise KeyError(key) from error

    def exists(self, key: str) -> bool:
        """See media.h5p.Storage."""
        return bool(KEY.fullmatch(key)) and self.files.exists(_name(key))

    def delete(self, key: str) -> None:
        """See media.h5p.Storage."""
        if KEY.fullmatch(key):
            self.files.delete(_name(key))
            index_of.cache_clear()


def packages() -> DjangoStorage:
    """The site's packages."""
    return DjangoStorage(storages["h5p"])


@contextmanager
def package(key: str) -> Iterator[PackageReader]:
    """A kept package, open while the block lasts; its list is read once in a process. Raises KeyError."""
    with stored_package(packages(), key, index=index_of(key)) as reader:
        yield reader


@lru_cache(maxsize=OPEN_PACKAGES)
def index_of(key: str) -> PackageIndex:
    """What is in a package and where: packages never change, so that this holds as long as the process."""
    with stored_package(packages(), key) as reader:
        return reader.index


def _name(key: str) -> str:
    return f"{key[:2]}/{key[2:]}"
