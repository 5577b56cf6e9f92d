"""How much a package may hold. Every limit is on by default, and each is checked before the bytes it speaks of are read."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """Sizes in bytes, ratios as unpacked to packed; change a few with `dataclasses.replace`."""

    members: int = 20_000
    directory_bytes: int = 8 * MIB  # the zip's own list of what it holds
    file_bytes: int = 1024 * MIB
    total_bytes: int = 2048 * MIB
    file_ratio: int = 200
    file_ratio_from: int = MIB  # a small text of one letter is harmless, whatever its ratio
    total_ratio: int = 20
    total_ratio_from: int = 16 * MIB
    segment_bytes: int = 255  # what file systems take between two slashes
    path_bytes: int = 1024
    folders: int = 20
    json_bytes: int = 4 * MIB
    json_total_bytes: int = 24 * MIB
    json_values: int = 200_000  # bounds memory: the smallest values take few bytes in a file and many once read
    json_total_values: int = 1_000_000
    json_depth: int = 128
    problems: int = 100  # told of one package; the rest would be more of the same


DEFAULT_LIMITS = PackageLimits()
