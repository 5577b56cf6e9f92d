"""Everything under /media/h5p/: confined whatever is answered, kept for as long as its address means the same bytes."""

import asyncio
import gzip
import io
import json
import os
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from django.http.response import HttpResponseBase
from django.test import AsyncClient, Client
from h5p_packages import LIBRARY, packed, sound_with
from pytest_django import DjangoAssertNumQueries

from media import addresses
from media.importing import import_package
from media.models import ContentVersion, OutsideHost
from media.preparing import bundle, prepared

pytestmark = pytest.mark.django_db
VIDEO = os.urandom(600_000)
TEXT = b"line\n" * 40_000


@pytest.fixture
def version(package_folder: Path) -> ContentVersion:
    raw = io.BytesIO(
        packed(sound_with(**{"content/text.txt": TEXT, "content/a.pdf": b"%PDF", "content/p.png": b"png"}))
    )
    with zipfile.ZipFile(raw, "a") as zipped:
        zipped.writestr("content/video.mp4", VIDEO)
    return import_package(io.BytesIO(raw.getvalue()), "probe.h5p").version


def at(version: ContentVersion, path: str) -> str:
    return f"/media/h5p/content/{addresses.capability(version.pk)}/{path}"


def body(response: HttpResponseBase) -> bytes:
    return b"".join(cast("Any", response)) if response.streaming else cast("Any", response).content


def test_the_page_of_a_content_may_run_and_read_its_own_and_nothing_else(
    client: Client, version: ContentVersion
) -> None:
    response = client.get(f"/media/h5p/play/{addresses.capability(version.pk)}/")
    policy = dict(each.partition(" ")[::2] for each in response["Content-Security-Policy"].split("; "))
    assert policy["sandbox"] == "allow-scripts allow-forms"
    assert (policy["default-src"], policy["frame-src"], policy["form-action"]) == ("'none'", "'none'", "'none'")
    assert "unsafe-eval" not in policy["script-src"]
    assert policy["connect-src"].split() == [
        "http://testserver/media/h5p/library/",
        f"http://testserver/media/h5p/content/{addresses.capability(version.pk)}/",
    ]
    assert not response.cookies


def test_the_page_tells_the_runtime_its_content_and_nothing_of_a_person(
    client: Client, version: ContentVersion, officer: Any
) -> None:
    client.force_login(officer)
    page = client.get(f"/media/h5p/play/{addresses.capability(version.pk)}/").content.decode()
    told = json.loads(page.partition('id="integration">')[2].partition("</script>")[0])
    assert told["contents"]["cid-1"]["library"] == "T.Probe 1.0"
    assert json.loads(told["contents"]["cid-1"]["jsonContent"]) == {"text": "<p>helo</p>"}
    assert told["libraryDirectories"] == {LIBRARY: prepared(version).builds[0]}
    assert "user" not in told
    assert officer.email not in page


def test_nothing_in_a_content_ends_the_script_that_tells_it(client: Client, package_folder: Path) -> None:
    files = sound_with(**{"h5p.json": {**sound_with()["h5p.json"], "title": "</script><script>alert(1)</script>"}})
    version = import_package(io.BytesIO(packed(files)), "probe.h5p").version
    page = client.get(f"/media/h5p/play/{addresses.capability(version.pk)}/").content.decode()
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "path",
    ["play/1-1-x/", "content/no/x.png", "library/" + "0" * 64 + "/a.js", "bundle/" + "0" * 64 + ".js", "nowhere"],
)
def test_what_is_not_there_is_confined_too(client: Client, db: None, path: str) -> None:
    response = client.get(f"/media/h5p/{path}")
    assert response.status_code == 404
    assert response["Content-Security-Policy"].startswith("sandbox allow-scripts")


def test_whatever_is_answered_is_confined(
    client: Client, package_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sound_with(**{f"{LIBRARY}/icon.svg": b"<svg onload='x()'/>", "content/a.txt": b"a" * 99})
    version = import_package(io.BytesIO(packed(files)), "probe.h5p").version
    library, text = f"/media/h5p/library/{prepared(version).builds[0]}", at(version, "a.txt")
    tag = client.head(text)["ETag"]
    answers = [
        client.get(f"/media/h5p/play/{addresses.capability(version.pk)}/"),
        client.get(f"{library}/icon.svg"), client.get(text), client.get(text, HTTP_RANGE="bytes=0-1"),
        client.get(text, HTTP_IF_NONE_MATCH=tag), client.get(f"{library}/none.svg"), client.post(text),
        client.get(text, HTTP_RANGE="bytes=999-"),
    ]  # fmt: skip
    monkeypatch.setattr("media.views.member_response", None)
    client.raise_request_exception = False
    answers.append(client.get(text))
    assert [each.status_code for each in answers] == [200, 200, 200, 206, 304, 404, 405, 416, 500]
    assert {each["Content-Security-Policy"].partition(";")[0] for each in answers} == {
        "sandbox allow-scripts allow-forms"
    }


def test_the_page_is_the_same_for_everybody_and_holds_nobody_s_token(
    client: Client, version: ContentVersion, officer: Any, teacher: Any
) -> None:
    address = f"/media/h5p/play/{addresses.capability(version.pk)}/"
    pages = [client.get(address).content]
    for person in (officer, teacher):
        client.force_login(person)
        pages.append(client.get(address).content)
    assert len(set(pages)) == 1
    assert b"csrf" not in pages[0].lower()


def test_a_page_of_the_site_lets_frames_go_nowhere_else(client: Client) -> None:
    assert "frame-src 'self';" in client.get("/en/account/login/")["Content-Security-Policy"] + ";"


def test_an_address_opens_its_version_until_the_end_of_the_next_day(client: Client, version: ContentVersion) -> None:
    today = addresses.today()
    found = {
        days: addresses.opened(addresses.capability(version.pk, today - timedelta(days=days))) for days in (-1, 0, 1, 2)
    }
    assert found == {-1: None, 0: version.pk, 1: version.pk, 2: None}
    whole = addresses.capability(version.pk)
    for forged in (
        whole[:-1] + ("0" if whole[-1] != "0" else "1"),
        whole.replace("-", "-9", 1),
        f"9{whole}",
        "",
        "٣-1-" + "a" * 40,
    ):
        assert addresses.opened(forged) is None


def test_what_the_content_says_is_told_to_its_page_alone(client: Client, version: ContentVersion) -> None:
    for path in ("content.json", "../h5p.json", f"../{LIBRARY}/library.json", "none.png"):
        assert client.get(at(version, path)).status_code == 404


def test_a_file_is_confined_cached_and_named_by_our_own_table(client: Client, version: ContentVersion) -> None:
    picture, paper = client.get(at(version, "p.png")), client.get(at(version, "a.pdf"))
    assert (picture["Content-Type"], paper["Content-Type"]) == ("image/png", "application/octet-stream")
    assert paper["Content-Disposition"] == "attachment"
    for response in (picture, paper):
        assert response["Content-Security-Policy"].startswith("sandbox")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Cache-Control"].startswith("private")
        assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [("bytes=10-19", 206, slice(10, 20)), ("bytes=-5", 206, slice(-5, None)), ("bytes=599990-", 206, slice(599_990, None)), ("", 200, slice(None))],
)  # fmt: skip
def test_any_range_of_a_video_is_sent(
    client: Client, version: ContentVersion, asked: str, status: int, part: slice
) -> None:
    response = client.get(at(version, "video.mp4"), headers={"Range": asked} if asked else {})
    assert response.status_code == status
    assert body(response) == VIDEO[part]
    assert response["Content-Length"] == str(len(VIDEO[part]))
    if asked:
        start = part.indices(len(VIDEO))[0]
        assert response["Content-Range"] == f"bytes {start}-{start + len(VIDEO[part]) - 1}/{len(VIDEO)}"


def test_a_range_after_the_end_and_one_of_other_bytes(client: Client, version: ContentVersion) -> None:
    address = at(version, "video.mp4")
    beyond = client.get(address, HTTP_RANGE="bytes=600000-")
    assert (beyond.status_code, beyond["Content-Range"]) == (416, "bytes */600000")
    tag = client.head(address)["ETag"]
    assert client.get(address, HTTP_RANGE="bytes=0-9", HTTP_IF_RANGE=tag).status_code == 206
    assert client.get(address, HTTP_RANGE="bytes=0-9", HTTP_IF_RANGE='"other"').status_code == 200


def test_head_says_what_would_be_sent_and_a_known_tag_sends_nothing(client: Client, version: ContentVersion) -> None:
    head = client.head(at(version, "video.mp4"))
    assert (head.content, head["Content-Length"], head["Accept-Ranges"]) == (b"", "600000", "bytes")
    again = client.get(at(version, "video.mp4"), HTTP_IF_NONE_MATCH=head["ETag"])
    assert (again.status_code, again.content) == (304, b"")


def test_a_browser_that_asks_first_may_read_and_do_nothing_else(client: Client, version: ContentVersion) -> None:
    asks = {"Origin": "null", "Access-Control-Request-Headers": "x-requested-with"}
    told = client.options(at(version, "video.mp4"), headers=asks)
    assert (told.status_code, told.content) == (204, b"")
    assert told["Access-Control-Allow-Headers"] == "Range, X-Requested-With"
    assert told["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert not told.has_header("Access-Control-Allow-Credentials")
    assert told["Content-Security-Policy"].startswith("sandbox")
    assert client.post(at(version, "video.mp4")).status_code == 405


def test_what_lies_compressed_is_sent_as_it_lies(client: Client, version: ContentVersion) -> None:
    response = client.get(at(version, "text.txt"), HTTP_ACCEPT_ENCODING="br, gzip;q=0.8")
    raw = body(response)
    assert response["Content-Encoding"] == "gzip"
    assert response["Content-Length"] == str(len(raw))
    assert len(raw) < 2000
    assert gzip.decompress(raw) == TEXT
    for refused in ("", "identity", "gzip;q=0", "xgzip"):
        plain = client.get(at(version, "text.txt"), HTTP_ACCEPT_ENCODING=refused)
        assert not plain.has_header("Content-Encoding")
        assert body(plain) == TEXT


def test_a_library_and_a_bundle_are_public_and_kept_for_good(client: Client, version: ContentVersion) -> None:
    made = prepared(version)
    script = client.get(f"/media/h5p/library/{made.builds[0]}/probe.js")
    whole = client.get(f"/media/h5p/bundle/{bundle(made.builds).digest}.js")
    zipped = client.get(f"/media/h5p/bundle/{bundle(made.builds).digest}.js", HTTP_ACCEPT_ENCODING="gzip")
    assert body(script) == b"H5P.Probe=function(){};"
    assert body(whole) == gzip.decompress(body(zipped)) == b"H5P.Probe=function(){};\n;\n"
    for response in (script, whole, zipped):
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert client.get(f"/media/h5p/library/{made.builds[0]}/../h5p.json").status_code == 404


def test_a_server_outside_is_named_in_the_policy_once_it_is_allowed(client: Client, package_folder: Path) -> None:
    semantics = [{"name": "film", "type": "video"}]
    film = {"film": [{"path": "https://films.example/a.mp4", "mime": "video/mp4"}]}
    version = import_package(
        io.BytesIO(packed(sound_with(**{f"{LIBRARY}/semantics.json": semantics, "content/content.json": film}))),
        "a.h5p",
    ).version
    address = f"/media/h5p/play/{addresses.capability(version.pk)}/"
    assert "films.example" not in client.get(address)["Content-Security-Policy"]
    OutsideHost.objects.update(allowed=True)
    assert "media-src" in (policy := client.get(address)["Content-Security-Policy"])
    assert "https://films.example" in policy


def test_a_page_is_answered_with_few_queries(
    client: Client, version: ContentVersion, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(f"/media/h5p/play/{addresses.capability(version.pk)}/")
    with django_assert_max_num_queries(2):
        client.get(f"/media/h5p/play/{addresses.capability(version.pk)}/")


@pytest.mark.django_db(transaction=True)
def test_a_server_that_waits_for_nothing_sends_the_same_bytes(package_folder: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as zipped:
        for name, value in sound_with().items():
            zipped.writestr(name, value if isinstance(value, bytes) else json.dumps(value))
        zipped.writestr("content/video.mp4", VIDEO)
    version = import_package(io.BytesIO(raw.getvalue()), "probe.h5p").version

    async def read(path: str) -> bytes:
        response = cast("Any", await AsyncClient().get(path))
        return b"".join([piece async for piece in response.streaming_content])

    scripts = f"/media/h5p/bundle/{bundle(prepared(version).builds).digest}.js"
    assert asyncio.run(read(at(version, "video.mp4"))) == VIDEO
    assert asyncio.run(read(scripts)) == b"H5P.Probe=function(){};\n;\n"


def test_no_name_of_a_server_ends_the_policy(client: Client, package_folder: Path) -> None:
    film = {"film": [{"path": "https://a;script-src *.example/b.mp4", "mime": "video/mp4"}]}
    changed = {f"{LIBRARY}/semantics.json": [{"name": "film", "type": "video"}], "content/content.json": film}
    version = import_package(io.BytesIO(packed(sound_with(**changed))), "a.h5p").version
    assert not OutsideHost.objects.exists()
    OutsideHost.objects.bulk_create(OutsideHost(name=each, allowed=True) for each in version.hosts)
    address = f"/media/h5p/play/{addresses.capability(version.pk)}/"
    assert "*" not in client.get(address)["Content-Security-Policy"]
