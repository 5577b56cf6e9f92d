"""What others made that this site is built on: names, versions and licences, read from the packages themselves."""

import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires

from design.vendor import LICENCES

LICENCE_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True)
class Licence:
    """A package: its name, its version, and its licence in the words its makers use."""

    name: str
    version: str
    licence: str


def browser_packages() -> list[Licence]:
    """Packages whose files this site serves to browsers; empty before the first `vendor.gather`."""
    return [Licence(**row) for row in json.loads(LICENCES.read_text())] if LICENCES.exists() else []


def server_packages() -> list[Licence]:
    """Packages that the product names as its dependencies and that are installed here, by name."""
    names = {requirement_name(text) for text in requires("diogel") or [] if "extra ==" not in text}
    return [licence for name in sorted(names, key=str.lower) if (licence := installed(name))]


def requirement_name(text: str) -> str:
    """The package's name out of a requirement such as `django-csp>=4.0`."""
    found = re.match(r"[A-Za-z0-9._-]*[A-Za-z0-9]", text)
    return found.group() if found else text


def installed(name: str) -> Licence | None:
    try:
        package = metadata(name)
    except PackageNotFoundError:
        return None
    return Licence(package["Name"], package["Version"], licence_in(package))


def licence_in(package: PackageMetadata) -> str:
    """The licence expression, else the classifier, else the first line of the old free-text field."""
    for expression in package.get_all("License-Expression") or []:
        return str(expression)
    for classifier in package.get_all("Classifier") or []:
        if classifier.startswith(LICENCE_CLASSIFIER):
            return str(classifier.removeprefix(LICENCE_CLASSIFIER))
    return "".join(package.get_all("License") or []).partition("\n")[0]
