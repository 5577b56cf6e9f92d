"""docs/data-model.md knows every model of ours: whose it is, its key, how long it is kept, who sees it, what erasure does."""

import re

from conftest import ROOT
from django.apps import apps

APPS = ["people", "records", "boards", "courses", "assessments", "simulations", "media"]
COLUMNS = 6


def rows() -> dict[str, dict[str, list[str]]]:
    """By app and model, the cells of its row."""
    text = (ROOT / "docs" / "data-model.md").read_text()
    found: dict[str, dict[str, list[str]]] = {}
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        app, _newline, body = section.partition("\n")
        lines = re.findall(r"^\| `(\w+)` (\|.*)$", body, re.MULTILINE)
        found[app.strip()] = {
            model: [model, *[cell.strip() for cell in rest.strip("|").split("|")]] for model, rest in lines
        }
    return found


def models() -> dict[str, set[str]]:
    return {app: {model.__name__ for model in apps.get_app_config(app).get_models()} for app in APPS}


def test_every_model_stands_in_the_data_model_and_no_other() -> None:
    assert {app: set(found) for app, found in rows().items()} == models()


def test_each_row_says_all_six_things() -> None:
    short = [cells for found in rows().values() for cells in found.values() if len(cells) != COLUMNS or not all(cells)]
    assert short == []


def test_who_is_deleted_with_a_person_is_told_as_the_foreign_keys_have_it() -> None:
    """`deleted` in the last column means CASCADE from the person, and nothing else does."""
    from django.db.models import CASCADE

    from people.models import User

    cascading = {
        (relation.related_model._meta.app_label, relation.related_model.__name__)
        for relation in User._meta.related_objects
        if getattr(relation, "on_delete", None) is CASCADE and relation.related_model._meta.app_label in APPS
    }
    told = {
        (app, model)
        for app, found in rows().items()
        for model, cells in found.items()
        if cells[-1].startswith("deleted")
    }
    follows = {("assessments", "Answer")}  # goes with its attempt
    assert told - follows == cascading
