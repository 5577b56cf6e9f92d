"""What H5P's own runtime has to be told before it can show a content: the object `H5PIntegration`.

Names and shapes are those that the runtime reads. Nothing of it is about a person: who plays, and where they left off,
stays with the page around the frame (docs/h5p.md).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from media.h5p.library import LibraryMetadata, LibraryName

CONTENT_ID = 1  # one content in each frame, so that the number says nothing
SAVE_EVERY = 30  # seconds; the bridge saves much sooner, and a runtime that saves never would not take a state back


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things are served: the site, a content's files, and libraries, each under a folder of its own."""

    site: str
    content: str
    libraries: str


@dataclass(frozen=True, slots=True)
class Library:
    """An approved library that a content loads: what it is, and the folder under `Addresses.libraries` it is served from."""

    metadata: LibraryMetadata
    folder: str


def integration_of(
    main: LibraryName,
    parameters: Any,
    metadata: Mapping[str, Any],
    libraries: Sequence[Library],
    addresses: Addresses,
    words: Mapping[str, str],
) -> dict[str, Any]:
    """The object for one content. `parameters` and `metadata` are filtered; `libraries` in the order of their loading.

    The page that shows it loads every script and style itself, so the runtime is told that they are there.
    """
    content = {
        "library": str(main),
        "jsonContent": parameters if isinstance(parameters, str) else json.dumps(parameters, ensure_ascii=False),
        "fullScreen": "0",
        "displayOptions": {"frame": False, "export": False, "embed": False, "copyright": False, "icon": False},
        "contentUrl": addresses.content,
        "metadata": dict(metadata),
        "title": metadata.get("title", ""),
        "contentUserData": {"0": {"state": "{}"}},
        "exportUrl": "",
        "embedCode": "",
        "resizeCode": "",
        "scripts": [],
        "styles": [],
    }
    return {
        "baseUrl": addresses.site,
        "siteUrl": addresses.site,
        "url": addresses.site,
        "urlLibraries": addresses.libraries,
        "libraryDirectories": {each.metadata.name.folder: each.folder for each in libraries},
        "loadedJs": [path for each in libraries for path in files(each, addresses, each.metadata.scripts)],
        "loadedCss": [path for each in libraries for path in files(each, addresses, each.metadata.styles)],
        "crossorigin": "anonymous",
        "fullscreenDisabled": True,
        "postUserStatistics": False,
        "reportingIsEnabled": True,  # else some types show no button to hand in with, and never say that they are done
        "hubIsEnabled": False,
        "saveFreq": SAVE_EVERY,
        "ajaxPath": "",
        "ajax": {"setFinished": "", "contentUserData": ""},
        "pluginCacheBuster": "",
        "libraryConfig": {},
        "core": {"scripts": [], "styles": []},
        "l10n": {"H5P": dict(words)},
        "contents": {f"cid-{CONTENT_ID}": content},
    }


def files(library: Library, addresses: Addresses, paths: Sequence[str]) -> list[str]:
    """The addresses of files of a library."""
    return [f"{addresses.libraries}/{library.folder}/{path}" for path in paths]
