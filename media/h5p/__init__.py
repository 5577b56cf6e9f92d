"""H5P packages on a server, in pure Python: whether one may be taken in, and what is in it. See README.md beside this.

Standard library and nh3 only, no Django: import from here; what is not named below may change.
"""

from media.h5p.dependencies import Closure, resolve_dependencies
from media.h5p.exporting import export_package, write_package
from media.h5p.filtering import Filtered, filter_content
from media.h5p.library import LibraryBuild, LibraryMetadata, LibraryName, LibraryVersion
from media.h5p.limits import DEFAULT_LIMITS, PackageLimits
from media.h5p.problems import Problem, Refused, Verdict
from media.h5p.ranges import NotThere, byte_range
from media.h5p.reader import PackageReader
from media.h5p.sanitizing import sanitize_html
from media.h5p.semantics import Field, parse_semantics
from media.h5p.storage import FileStorage, MemoryStorage, Storage, stored_package
from media.h5p.validator import Package, check_package

__all__ = [
    "DEFAULT_LIMITS",
    "Closure",
    "Field",
    "FileStorage",
    "Filtered",
    "LibraryBuild",
    "LibraryMetadata",
    "LibraryName",
    "LibraryVersion",
    "MemoryStorage",
    "NotThere",
    "Package",
    "PackageLimits",
    "PackageReader",
    "Problem",
    "Refused",
    "Storage",
    "Verdict",
    "byte_range",
    "check_package",
    "export_package",
    "filter_content",
    "parse_semantics",
    "resolve_dependencies",
    "sanitize_html",
    "stored_package",
    "write_package",
]
