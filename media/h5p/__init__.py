"""H5P packages on a server, in pure Python: whether one may be taken in, and what is in it. See README.md beside this.

Standard library and nh3 only, no Django: import from here; what is not named below may change.
"""

from media.h5p.addons import addons_for
from media.h5p.bundles import bundle_scripts, bundle_styles, evaluates, gzip_packed, with_pictures
from media.h5p.completion import Evidence, Judgement, Need, Rule, judge, missing
from media.h5p.dependencies import Closure, resolve_dependencies
from media.h5p.exporting import export_package, write_package
from media.h5p.filtering import Filtered, filter_content, filter_metadata
from media.h5p.finished import Finished, finished
from media.h5p.grades import Grade
from media.h5p.grading import believable, grade
from media.h5p.integration import Addresses, Library, integration_of
from media.h5p.library import LibraryBuild, LibraryMetadata, LibraryName, LibraryVersion
from media.h5p.limits import DEFAULT_LIMITS, PackageLimits
from media.h5p.packings import Recognised
from media.h5p.part_ids import with_ids
from media.h5p.part_titles import part_titles
from media.h5p.parts import Parts, parts_of
from media.h5p.problems import Problem, Refused, Verdict
from media.h5p.ranges import NotThere, byte_range
from media.h5p.reader import PackageIndex, PackageReader
from media.h5p.registry import Difference, Fate, Installed, difference, fate_of, fates, unused, usage
from media.h5p.reports import Licensed, licences
from media.h5p.sanitizing import sanitize_html
from media.h5p.semantics import Field, parse_semantics
from media.h5p.statements import Said, said
from media.h5p.storage import FileStorage, MemoryStorage, Storage, stored_package
from media.h5p.user_data import UserData
from media.h5p.validator import Package, check_package

__all__ = [
    "DEFAULT_LIMITS",
    "Addresses",
    "Closure",
    "Difference",
    "Evidence",
    "Fate",
    "Field",
    "FileStorage",
    "Filtered",
    "Finished",
    "Grade",
    "Installed",
    "Judgement",
    "Library",
    "LibraryBuild",
    "LibraryMetadata",
    "LibraryName",
    "LibraryVersion",
    "Licensed",
    "MemoryStorage",
    "Need",
    "NotThere",
    "Package",
    "PackageIndex",
    "PackageLimits",
    "PackageReader",
    "Parts",
    "Problem",
    "Recognised",
    "Refused",
    "Rule",
    "Said",
    "Storage",
    "UserData",
    "Verdict",
    "addons_for",
    "believable",
    "bundle_scripts",
    "bundle_styles",
    "byte_range",
    "check_package",
    "difference",
    "evaluates",
    "export_package",
    "fate_of",
    "fates",
    "filter_content",
    "filter_metadata",
    "finished",
    "grade",
    "gzip_packed",
    "integration_of",
    "judge",
    "licences",
    "missing",
    "parse_semantics",
    "part_titles",
    "parts_of",
    "resolve_dependencies",
    "said",
    "sanitize_html",
    "stored_package",
    "unused",
    "usage",
    "with_ids",
    "with_pictures",
    "write_package",
]
