"""Which libraries a content needs, and in which order they load: worked out from the content, not believed of h5p.json.

Packages made by other programs list editor libraries as preloaded, or leave out what their content uses.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from media.h5p.library import LibraryMetadata, LibraryName

ORDER = ("dynamic", "preloaded", "editor")


@dataclass(frozen=True, slots=True)
class Closure:
    """Everything needed, by kind, each library after those that it needs; `missing` are not among those given."""

    preloaded: tuple[LibraryName, ...]
    dynamic: tuple[LibraryName, ...]
    editor: tuple[LibraryName, ...]
    missing: tuple[LibraryName, ...]


def resolve_dependencies(used: Iterable[LibraryName], libraries: Mapping[LibraryName, LibraryMetadata]) -> Closure:
    """What the libraries that a content uses (`Filtered.libraries`) need, and they themselves.

    As H5P has it: one version of a machine name for each kind, the first that is met; what an editor library preloads
    is for the editor. Circles and libraries that need themselves end; chains may be as long as they like.
    """
    found: dict[tuple[str, str], LibraryName] = {}
    ordered: dict[tuple[str, str], LibraryName] = {}
    missing: dict[LibraryName, None] = {}
    for top in used:
        key = ("preloaded", top.machine_name)
        if top not in libraries:
            missing[top] = None
            continue
        if key in found:
            continue
        found[key] = top
        path = [(key, _needed(libraries[top], editor=False))]
        while path:
            key, needs = path[-1]
            for kind, name in needs:
                inner = (kind, name.machine_name)
                if name not in libraries:
                    missing[name] = None
                elif inner not in found:
                    found[inner] = name
                    path.append((inner, _needed(libraries[name], editor=kind == "editor")))
                    break
            else:
                ordered[key] = found[key]
                path.pop()

    def of(kind: str) -> tuple[LibraryName, ...]:
        return tuple(name for (each, _), name in ordered.items() if each == kind)

    return Closure(of("preloaded"), of("dynamic"), of("editor"), tuple(missing))


def to_carry(closure: Closure, libraries: Mapping[LibraryName, LibraryMetadata]) -> frozenset[LibraryName]:
    """What a package must hold so that wherever it is taken in nothing is missing: every version that any of it names."""
    carried: set[LibraryName] = set()
    waiting = [*closure.preloaded, *closure.dynamic, *closure.editor]
    while waiting:
        if (name := waiting.pop()) not in carried:
            carried.add(name)
            waiting.extend(libraries[name].everything_needed if name in libraries else ())
    return frozenset(carried)


def _needed(library: LibraryMetadata, *, editor: bool) -> Iterator[tuple[str, LibraryName]]:
    """Each dependency with the kind that it counts as."""
    for kind in ORDER:
        for name in library.dependencies[kind]:
            yield ("editor" if editor and kind == "preloaded" else kind), name
