"""Invented people for a demonstration: a cast who can sign in, and about 700 colleagues who cannot.

Everything is the same on every machine (names go round in lists), e-mail addresses lie in a domain reserved for examples,
and each person is marked as invented. Loaded only where the demonstration is asked for.
"""

import datetime
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NotRequired, TypedDict

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.db import transaction
from django.utils import timezone
from ruamel.yaml import YAML

from people.models import Agency, Membership, Partnership, Region, Right, User
from people.seed import AgencyLine

DEMONSTRATION = Path(__file__).parent / "data" / "demonstration.yaml"
PASSWORD = "ymarfer-diogel"  # noqa: S105 - printed for everybody to see; it opens nothing but a demonstration
DOMAIN = "diogel.example"
FIRST_NAMES = [
    *["Aled", "Bethan", "Catrin", "Dafydd", "Eirian", "Ffion", "Gwyn", "Hannah", "Ioan", "James", "Kayleigh", "Lowri"],
    *["Mark", "Nerys", "Owain", "Priya", "Rhodri", "Sarah", "Tomos", "Wendy", "Yasmin", "Zoe", "Alun"],
]
LAST_NAMES = [
    *["Ellis", "Bowen", "Hughes", "Khan", "Lewis", "Prosser", "Quinn", "Rowlands", "Smith", "Tudor", "Vaughan"],
    *["Williams", "Ahmed", "Beynon", "Clarke", "Dyer", "Edwards", "Foulkes", "Griffiths"],
]


class AgencyWithParent(AgencyLine):
    parent: NotRequired[str]


CastLine = TypedDict(
    "CastLine",
    {
        "first": str,
        "last": str,
        "reads": NotRequired[str],
        "speaks": NotRequired[str],
        "post": NotRequired[list[str]],
        "rights": NotRequired[list[str]],
        "is": str,
    },
)


class Demonstration(TypedDict):
    agencies: dict[str, AgencyWithParent]
    cast: dict[str, CastLine]
    posts: list[list[object]]


def load() -> str:
    """Makes the invented people where there are none yet; says how many, or nothing."""
    if not (settings.DEMO or settings.DEBUG):
        raise RuntimeError("Invented people belong in a demonstration only: set DIOGEL_DEMO=1 for one.")
    if User.objects.filter(invented=True).exists():
        return ""
    lines = read()
    with transaction.atomic():
        _make_agencies(lines["agencies"])
        _make_cast(lines["cast"])
        _make_colleagues(lines["posts"])
    return f"{User.objects.filter(invented=True).count()} people, each marked as invented"


def demo_cast() -> list[tuple[str, str]]:
    """Who can sign in: e-mail address, and what they are."""
    return [(f"{name}@{DOMAIN}", line["is"]) for name, line in read()["cast"].items()]


def read() -> Demonstration:
    demonstration: Demonstration = YAML(typ="safe").load(DEMONSTRATION)
    return demonstration


def _make_agencies(lines: dict[str, AgencyWithParent]) -> None:
    parents = Agency.objects.in_bulk([line["parent"] for line in lines.values() if "parent" in line], field_name="code")
    for code, line in lines.items():
        names = {"name_en": line["en"], "name_cy": line["cy"]}
        parent = parents.get(line.get("parent", ""))
        agency = Agency.objects.create(code=code, sector=line["sector"], parent=parent, invented=True, **names)
        agency.regions.set(Region.objects.filter(code__in=line["regions"]))


def _make_cast(lines: dict[str, CastLine]) -> None:
    password = make_password(PASSWORD)  # made once: hashing is slow on purpose
    regions = Region.objects.in_bulk(field_name="code")
    for name, line in lines.items():
        reads = line.get("reads", "")
        person = User(
            email=f"{name}@{DOMAIN}", first_name=line["first"], last_name=line["last"], password=password, invented=True
        )
        person.reading_language = person.writing_language = reads
        person.speaking_language = line.get("speaks", reads)
        person.save()
        if "post" in line:
            agency, region, group, role = line["post"]
            _post(person, Agency.objects.get(code=agency), regions[region], group, role, 0).save()
        for right in line.get("rights", []):
            kind = Right.Kind.BOARD_OFFICER if right in regions else Right.Kind(right)
            Right.objects.create(person=person, kind=kind, region=regions.get(right))


def _make_colleagues(lines: list[list[object]]) -> None:
    people: list[User] = []
    posts: list[Membership] = []
    numbers = count()
    for agency, region, group, role in _places(lines):
        number = next(numbers)
        people.append(_colleague(number))
        posts.append(_post(people[-1], agency, region, group, role, number))
    User.objects.bulk_create(people, batch_size=200)
    Membership.objects.bulk_create(posts, batch_size=200)


def _places(lines: list[list[object]]) -> Iterator[tuple[Agency, Region, str, str]]:
    """One place for each colleague; what an agency says of its size is noted on the way."""
    agencies, regions = Agency.objects.in_bulk(field_name="code"), Region.objects.in_bulk(field_name="code")
    for line in lines:
        agency, region, groups = agencies[str(line[0])], regions[str(line[1])], line[2]
        if len(line) > 3:
            Partnership.objects.filter(agency=agency, region=region).update(people_in_scope=line[3])
        assert isinstance(groups, dict)  # noqa: S101 - our own file; tests read it
        for group, (role, number) in groups.items():
            yield from [(agency, region, group, role)] * number


def _colleague(number: int) -> User:
    first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number % len(LAST_NAMES)]
    reads = "cy" if number % 4 == 0 else "en"
    return User(
        email=f"{first}.{last}.{number}@{DOMAIN}".lower(),
        first_name=first,
        last_name=last,
        password=UNUSABLE_PASSWORD_PREFIX + str(number),
        reading_language=reads,
        writing_language=reads,
        speaking_language="both" if number % 4 == 0 else "en",
        invented=True,
    )


def _post(person: User, agency: Agency, region: Region, group: str, role: str, number: int) -> Membership:
    """A post that began between three months and six years ago."""
    starts = timezone.localdate() - datetime.timedelta(days=90 + number * 37 % 2100)
    return Membership(person=person, agency=agency, region=region, group=group, role=role, starts=starts)
