"""What H5P packages cost here, beside Lumi's H5P server from npm in the same run: prints JSON.

    ./run exec python tests/benchmarks/h5p.py --packages DIR [--rounds 3]

DIR holds real .h5p files (many public repositories have some; none is committed). Each round takes them all in on an empty
site, then a second time as new contents on the libraries that are there; ours and Lumi's by turns, so that a busy
machine slows both. Where npm cannot fetch Lumi's server, its numbers are null and so are the ratios.

With `--php-core FOLDER`, where H5P's own PHP core (h5p-php-library) lies, and PHP with zip and mbstring, that takes them in as
well; without, its numbers are null. `--php` is the command, where it is not `php`.
"""

import argparse
import io
import json
import os
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
LUMI = ["@lumieducation/h5p-server@10.0.4"]
SECONDS = 1800
WANTED = {
    "times_lumi_new": ">= 8",
    "times_lumi_known": ">= 20",
    "times_php_new": ">= 1",
    "peak_mb_of_1_gb": "<= 60",
    "integration_cached_ms": "<= 0.5",
    "integration_uncached_ms": "<= 5",
    "slowest_hostile_s": "<= 1",
    "peak_mb_of_hostile": "<= 100",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--php-core", type=Path, help="the folder of H5P's PHP core, to be measured as well")
    parser.add_argument("--php", default="php", help="the command for PHP")
    parser.add_argument("--alone", action="store_true", help="without Lumi's server")
    parser.add_argument("--large-mb", type=int, default=1024, help="of the package whose memory is measured")
    parser.add_argument("--part", choices=["import", "large", "hostile"], help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part:
        parts = {"import": ours, "large": lambda _folder: large(asked.large_mb), "hostile": hostile}
        print(json.dumps(parts[asked.part](asked.packages)))
        return
    print(json.dumps({"wanted": WANTED, "measured": measured(asked)}, indent=2))


def measured(asked: argparse.Namespace) -> dict[str, Any]:
    """Every number; ours and Lumi's import by turns."""
    packages: Path = asked.packages
    modules = None if asked.alone else lumi_modules()
    mine, theirs, core = [], [], []
    for _round in range(asked.rounds):
        mine.append(part("import", packages))
        if modules:
            theirs.append(lumi(modules, packages))
        if asked.php_core:
            core.append(php_core(shlex.split(asked.php), asked.php_core, packages))
    hostile_ones = ROOT.parent / "shared/corpus/h5p-hostile"
    found: dict[str, Any] = {
        "packages": len(list(packages.glob("*.h5p"))),
        "taken_in": mine[0]["taken"],
        "import_new_s": median(each["new_s"] for each in mine),
        "import_known_s": median(each["known_s"] for each in mine),
        "integration_cached_ms": median(each["cached_ms"] for each in mine),
        "integration_uncached_ms": median(each["uncached_ms"] for each in mine),
        "peak_mb_of_1_gb": part("large", packages, "--large-mb", str(asked.large_mb))["peak_mb"],
        "lumi_taken_in": theirs[0]["taken"] if theirs else None,
        "lumi_new_s": median(each["seconds"][0] for each in theirs) if theirs else None,
        "lumi_known_s": median(each["seconds"][1] for each in theirs) if theirs else None,
        "lumi_peak_mb": max(each["peak_mb"] for each in theirs) if theirs else None,
    }
    for place, key in enumerate(("new", "known")):
        found[f"import_{key}_cpu_s"] = median(each[f"{key}_cpu_s"] for each in mine)
        found[f"lumi_{key}_cpu_s"] = median(each["cpu"][place] for each in theirs) if theirs else None
        for unit in ("s", "cpu_s"):
            lumi_s = found[f"lumi_{key}_{unit}"]
            found[f"times_lumi_{key}" + ("_by_cpu" if unit == "cpu_s" else "")] = (
                lumi_s / found[f"import_{key}_{unit}"] if lumi_s else None
            )
    found |= beside_php(core, found)
    checked = part("hostile", hostile_ones) if hostile_ones.is_dir() else {"slowest_s": None, "peak_mb": None}
    return {**found, "slowest_hostile_s": checked["slowest_s"], "peak_mb_of_hostile": checked["peak_mb"]}


def part(name: str, packages: Path, *more: str) -> dict[str, Any]:
    """One part in a process of its own, so that its memory is its own."""
    command = [sys.executable, __file__, "--packages", str(packages), "--part", name, *more]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True, cwd=ROOT)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def ours(packages: Path) -> dict[str, Any]:
    """A site of its own on SQLite: all packages on nothing, then again as new contents; and the page's object."""
    with tempfile.TemporaryDirectory(prefix="diogel-h5p-") as data:
        os.environ |= {"DIOGEL_DEBUG": "1", "DIOGEL_DATA": data, "DJANGO_SETTINGS_MODULE": "diogel.settings"}
        sys.path[:0] = [str(ROOT), str(ROOT / "site")]
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        settings.DEBUG = False
        files = sorted(packages.glob("*.h5p"))
        new, new_cpu, taken = timed_twice(lambda: sum(map(take_in, files)))
        from media.models import ContentVersion, InteractiveContent

        InteractiveContent.objects.all().delete()
        known, known_cpu, _taken = timed_twice(lambda: sum(map(take_in, files)))
        cached, uncached = integration(list(ContentVersion.objects.select_related("main")))
    spent = {"new_s": new, "new_cpu_s": new_cpu, "known_s": known, "known_cpu_s": known_cpu}
    return {"taken": taken, **spent, "cached_ms": cached, "uncached_ms": uncached}


def take_in(path: Path) -> int:
    """One package, by every rule. 1 where it was accepted."""
    from media.h5p import Refused
    from media.importing import import_package

    with path.open("rb") as file, suppress(Refused):
        import_package(file, path.name)
        return 1
    return 0


def integration(versions: list[Any]) -> tuple[float, float]:
    """Milliseconds for the object of a content, as median: made already, and worked out from the content."""
    from media import framing
    from media.addresses import capability
    from media.preparing import keep, prepare, prepared

    def told(version: Any) -> str:
        return framing.integration_text(
            prepared(version), version.language, capability(version.pk), "https://x.example"
        )

    uncached, cached = [], []
    for version in versions:
        told(version)
        framing._integration_text.cache_clear()
        parameters = json.loads(version.parameters)
        begun = time.perf_counter()
        made = prepare(version.main.name, parameters, version.metadata)
        framing.integration_text(made, version.language, capability(version.pk), "https://x.example")
        uncached.append(time.perf_counter() - begun)
        keep(version, made)
        told(version)
        seconds, _text = timed(lambda version=version: told(version))  # type: ignore[misc]
        cached.append(seconds)
    return median(cached) * 1000, median(uncached) * 1000


def large(mb: int) -> dict[str, Any]:
    """A package with a film of so many megabytes: checked and kept, without Django. The peak of the process."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    from h5p_packages import sound_with

    from media.h5p import FileStorage, check_package, write_package

    with tempfile.TemporaryDirectory(prefix="diogel-h5p-") as folder:
        path = Path(folder) / "large.h5p"
        files: dict[str, Any] = {
            name: value if isinstance(value, bytes) else json.dumps(value).encode()
            for name, value in sound_with().items()
        }
        piece = os.urandom(1024 * 1024)
        files["content/film.mp4"] = (mb * len(piece), lambda: (piece for _ in range(mb)))
        with path.open("wb") as out:
            write_package(files, out)
        with path.open("rb") as file:
            if not check_package(file).accepted:
                raise SystemExit("the large package was refused")
            file.seek(0)
            FileStorage(Path(folder) / "kept").put(file)
    return {"peak_mb": peak_mb()}


def hostile(packages: Path) -> dict[str, Any]:
    """Every hostile package checked."""
    sys.path[:0] = [str(ROOT)]
    from media.h5p import check_package

    slowest = 0.0
    for path in packages.glob("*.h5p"):
        raw = io.BytesIO(path.read_bytes())
        slowest = max(slowest, timed(lambda raw=raw, path=path: check_package(raw, name=path.name))[0])  # type: ignore[misc]
    return {"slowest_s": slowest, "peak_mb": peak_mb()}


def lumi_modules() -> Path | None:
    """Lumi's server, fetched by npm into the machine's temporary folder; None where that cannot be."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        return None
    place = Path(tempfile.gettempdir()) / "diogel-lumi"
    place.mkdir(exist_ok=True)
    if not (place / "node_modules/@lumieducation").is_dir():
        (place / "package.json").write_text("{}")
        command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", *LUMI]
        try:
            subprocess.run(command, cwd=place, capture_output=True, timeout=SECONDS, check=True)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return None
    return place / "node_modules"


def lumi(modules: Path, packages: Path) -> dict[str, Any]:
    """The same packages by Lumi's server, on an empty store and once more."""
    with tempfile.TemporaryDirectory(prefix="diogel-lumi-") as data:
        command = ["node", str(HERE / "lumi.js"), str(modules), str(packages), data, "2"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def php_core(php: list[str], core: Path, packages: Path) -> dict[str, Any]:
    """The same by H5P's own PHP core, on nothing and once more; what a site keeps in its database is in memory."""
    with tempfile.TemporaryDirectory(prefix="diogel-php-") as data:
        command = [*php, str(HERE / "php_core.php"), str(core), str(packages), data, "2"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def beside_php(core: list[dict[str, Any]], found: dict[str, Any]) -> dict[str, Any]:
    """What the PHP core took, and how many times what ours took; null where it was not measured."""
    told: dict[str, Any] = {"php_taken_in": core[0]["taken"] if core else None}
    for place, key in enumerate(("new", "known")):
        for unit, name in (("s", "seconds"), ("cpu_s", "cpu")):
            took = median(each[name][place] for each in core) if core else None
            told[f"php_{key}_{unit}"] = took
            ours_took = found[f"import_{key}_{unit}"]
            told[f"times_php_{key}" + ("_by_cpu" if name == "cpu" else "")] = took / ours_took if took else None
    return told


def timed(act: Any) -> tuple[float, Any]:
    """Seconds, and what came of it."""
    begun = time.perf_counter()
    came = act()
    return time.perf_counter() - begun, came


def timed_twice(act: Any) -> tuple[float, float, Any]:
    """Seconds on the clock and of the processor, and what came of it: a busy machine stretches the first only."""
    begun = time.process_time()
    seconds, came = timed(act)
    return seconds, time.process_time() - begun, came


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
