"""Light, dark, or as the device: kept in a cookie, drawn by the server, back where the reader was."""

import pytest
from django.test import Client


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chosen_theme_is_drawn_by_the_server(db: None, client: Client, theme: str) -> None:
    client.post("/en/design/theme/", {"theme": theme, "next": "/en/account/login/"})
    assert f'data-theme="{theme}"' in client.get("/cy/account/login/").content.decode()


def test_as_the_device_forgets_the_choice(db: None, client: Client) -> None:
    client.post("/en/design/theme/", {"theme": "dark"})
    client.post("/en/design/theme/", {"theme": "device"})
    assert "data-theme" not in client.get("/en/account/login/").content.decode()


def test_a_theme_nobody_knows_is_not_drawn(db: None, client: Client) -> None:
    client.cookies["diogel_theme"] = 'dark" onload="alert(1)'
    assert "onload" not in client.get("/en/account/login/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_the_way_back_stays_on_this_site(client: Client, elsewhere: str) -> None:
    assert client.post("/en/design/theme/", {"theme": "dark", "next": elsewhere})["Location"] == "/"


def test_the_way_back_is_where_the_reader_was(client: Client) -> None:
    answer = client.post("/en/design/theme/", {"theme": "dark", "next": "/cy/conferences/?page=2"})
    assert answer["Location"] == "/cy/conferences/?page=2"
