"""Brings in the regions and agencies that ship with Diogel (data/organisations.yaml).

Only what is missing is made: a name or a partnership that somebody changed since is left as it is.
"""

from pathlib import Path
from typing import NotRequired, TypedDict

from django.db import transaction
from ruamel.yaml import YAML

from people.models import Agency, Partnership, Region

ORGANISATIONS = Path(__file__).parent / "data" / "organisations.yaml"


class Names(TypedDict):
    en: str
    cy: str


class AgencyLine(Names):
    sector: str
    regions: list[str]
    expected: NotRequired[bool]


class Organisations(TypedDict):
    regions: dict[str, Names]
    agencies: dict[str, AgencyLine]


def load() -> str:
    """Makes the regions and agencies that are missing; says how many, or nothing where none were."""
    lines = read()
    with transaction.atomic():
        made = _make_regions(lines["regions"]) + _make_agencies(lines["agencies"])
    return f"{made} made" if made else ""


def read() -> Organisations:
    organisations: Organisations = YAML(typ="safe").load(ORGANISATIONS)
    return organisations


def _make_regions(lines: dict[str, Names]) -> int:
    known = set(Region.objects.values_list("code", flat=True))
    new = [
        Region(code=code, name_en=line["en"], name_cy=line["cy"]) for code, line in lines.items() if code not in known
    ]
    return len(Region.objects.bulk_create(new))


def _make_agencies(lines: dict[str, AgencyLine]) -> int:
    known = set(Agency.objects.values_list("code", flat=True))
    regions = {region.code: region for region in Region.objects.all()}
    new = {
        code: Agency(code=code, name_en=line["en"], name_cy=line["cy"], sector=line["sector"])
        for code, line in lines.items()
        if code not in known
    }
    Agency.objects.bulk_create(new.values())
    Partnership.objects.bulk_create(
        Partnership(agency=agency, region=regions[region], expected=lines[code].get("expected", True))
        for code, agency in new.items()
        for region in lines[code]["regions"]
    )
    return len(new)
