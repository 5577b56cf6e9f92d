"""What ships: the organisations of Wales, and an invented cast for a demonstration."""

import pytest
import yaml
from django.test import Client

from boards import demo as boards_demo
from people import demo, seed
from people.models import Agency, Membership, Partnership, Region, User
from records.models import Credit, Statement


@pytest.mark.django_db
def test_six_regions_twenty_two_authorities_seven_health_boards_and_four_forces_are_made() -> None:
    seed.load()
    assert Region.objects.count() == 6
    assert Agency.objects.filter(sector="local-authority").count() == 22
    assert Agency.objects.filter(sector="police").count() == 4
    assert Agency.objects.filter(sector="health", name_en__contains="Health Board").count() == 7
    assert set(Region.objects.get(code="MWW").agencies.filter(name_en__contains="Health Board")) == set(
        Agency.objects.filter(code__in=["hywel-dda", "powys-health"])
    )


def test_every_authority_is_in_exactly_one_region() -> None:
    lines = yaml.safe_load(seed.ORGANISATIONS.read_text())["agencies"].values()
    assert all(len(line["regions"]) == 1 for line in lines if line["sector"] == "local-authority")


@pytest.mark.django_db
def test_loading_again_changes_nothing_not_even_a_name_somebody_mended() -> None:
    assert seed.load() == "45 made"
    Agency.objects.filter(code="conwy").update(name_en="Conwy")
    Partnership.objects.filter(agency__code="velindre").update(expected=True)
    assert seed.load() == ""
    assert Agency.objects.get(code="conwy").name_en == "Conwy"


@pytest.fixture
def demonstration(db: None, settings: pytest.FixtureRequest) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    seed.load()
    demo.load()
    boards_demo.load()


def test_the_demonstration_invents_about_six_hundred_people_all_marked(demonstration: None) -> None:
    assert 600 <= User.objects.count() <= 700
    assert not User.objects.filter(invented=False).exists()
    assert not User.objects.exclude(email__endswith=".example").exists()
    assert Membership.objects.count() > 600


def test_a_second_start_makes_nobody_twice(demonstration: None) -> None:
    before = (User.objects.count(), Statement.objects.count())
    assert (seed.load(), demo.load(), boards_demo.load()) == ("", "", "")
    assert (User.objects.count(), Statement.objects.count()) == before


def test_every_one_of_the_cast_can_sign_in_and_none_of_the_colleagues(demonstration: None, client: Client) -> None:
    cast = demo.demo_cast()
    assert "board@diogel.example" in dict(cast)
    answer = client.post("/en/account/login/", {"login": "officer@diogel.example", "password": demo.PASSWORD})
    assert answer.status_code == 302
    assert {user.email for user in User.objects.all() if user.has_usable_password()} == {email for email, _what in cast}


def test_the_invented_learning_is_named_as_invented_and_recomputes_to_itself(demonstration: None) -> None:
    from records.actions import recompute

    names = set(Credit.objects.values_list("name_en", flat=True))
    assert names == {"Invented course", "Invented conference"}
    before = sorted(Credit.objects.values_list("pk", "minutes", "day", "person"))
    recompute()
    assert sorted(Credit.objects.values_list("pk", "minutes", "day", "person")) == before


@pytest.mark.django_db
def test_nobody_is_invented_outside_a_demonstration(settings: pytest.FixtureRequest) -> None:
    settings.DEMO = settings.DEBUG = False  # type: ignore[attr-defined]
    with pytest.raises(RuntimeError, match="DIOGEL_DEMO=1"):
        demo.load()


def test_a_demonstration_says_what_each_of_the_cast_is_to_the_end() -> None:
    assert dict(demo.demo_cast())["gp@diogel.example"] == "a GP, whose practice has entered no post"
    known = {"first", "last", "reads", "speaks", "post", "rights", "is"}
    assert {key for line in demo.read()["cast"].values() for key in line} <= known
