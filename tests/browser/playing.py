"""A package played in Chromium as any H5P host plays it: H5P's own runtime, the package's files, nothing of Diogel.

`play(page, raw)` lays the package out at an address of its own and starts it; statements gather in `statements(page)`,
and `kept(page)` is what the content would have saved. `play(page, raw, state=…)` goes on from there.
"""

import io
import json
import zipfile
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from design import vendor

HOST = "http://package.test"
RUNTIME = vendor.VENDOR / "h5p"
KINDS = {"js": "text/javascript", "css": "text/css", "json": "application/json", "png": "image/png"}
POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'"
START = """
window.statements = [];
H5P.externalDispatcher.on('xAPI', event => window.statements.push(event.data.statement));
"""


def play(page: Page, raw: bytes, *, state: Any = None, theme: str = "") -> None:
    """Start the package in the page, under a policy without eval and without style attributes."""
    files = members(raw)
    files["index.html"] = page_of(files, theme).encode()
    files["start.js"] = START.encode()
    files["integration.js"] = f"window.H5PIntegration = {json.dumps(integration(files, state))};".encode()

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.lstrip("/")
        if path in files:
            body = files[path]
        elif path.startswith("runtime/") and (RUNTIME / path.removeprefix("runtime/")).is_file():
            body = (RUNTIME / path.removeprefix("runtime/")).read_bytes()
        else:
            return route.fulfill(status=404)
        kind = "text/html" if path == "index.html" else KINDS.get(path.rpartition(".")[2], "application/octet-stream")
        headers = {"Content-Type": f"{kind}; charset=utf-8", "Content-Security-Policy": POLICY}
        return route.fulfill(body=body, headers=headers)

    page.unroute_all()
    page.route(f"{HOST}/**", answer)
    page.goto(f"{HOST}/index.html")
    page.wait_for_selector(".diogel")


def members(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def loaded(files: dict[str, bytes]) -> list[str]:
    """The libraries in the order in which h5p.json names them: each after those that it needs."""
    named = json.loads(files["h5p.json"])["preloadedDependencies"]
    return [f"{each['machineName']}-{each['majorVersion']}.{each['minorVersion']}" for each in named]


def declared(files: dict[str, bytes], key: str) -> list[str]:
    """Scripts or styles of all libraries."""
    return [
        f"{folder}/{each['path']}"
        for folder in loaded(files)
        for each in json.loads(files[f"{folder}/library.json"]).get(key, [])
    ]


def page_of(files: dict[str, bytes], theme: str) -> str:
    chosen = f' data-theme="{theme}"' if theme else ""
    language = json.loads(files["h5p.json"])["language"]
    styles = ["runtime/styles/h5p.css", *declared(files, "preloadedCss")]
    scripts = ["integration.js", "runtime/frame.bundle.js", *declared(files, "preloadedJs"), "start.js"]
    links = "".join(f'<link rel="stylesheet" href="/{path}">' for path in styles)
    sources = "".join(f'<script src="/{path}"></script>' for path in scripts)
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Played</title>'
    icon = '<link rel="icon" href="data:,">'
    body = '<main><div class="h5p-content" data-content-id="1"></div></main>'
    return f'<!doctype html><html class="h5p-iframe" lang="{language}"{chosen}><head>{head}{icon}{links}{sources}</head><body>{body}</body></html>'


def integration(files: dict[str, bytes], state: Any) -> dict[str, Any]:
    """What a host tells the runtime."""
    metadata = json.loads(files["h5p.json"])
    main = loaded(files)[-1].replace("-", " ")
    content: dict[str, Any] = {
        "library": main,
        "jsonContent": files["content/content.json"].decode(),
        "url": f"{HOST}/content",
        "contentUrl": f"{HOST}/content",
        "metadata": {"title": metadata["title"], "license": "U", "defaultLanguage": metadata["defaultLanguage"]},
        "displayOptions": {"frame": False},
        "contentUserData": [{"state": json.dumps({} if state is None else state)}],
    }
    return {
        "baseUrl": HOST, "url": HOST, "siteUrl": HOST, "saveFreq": 3600, "postUserStatistics": False, "l10n": {"H5P": {}},
        "ajax": {"setFinished": "/none", "contentUserData": "/none"}, "user": {"name": "N", "mail": "n@diogel.example"},
        "contents": {"cid-1": content},
    }  # fmt: skip


def statements(page: Page, verb: str = "answered") -> list[Any]:
    """The statements so far with that verb."""
    said = page.evaluate("window.statements")
    return [each for each in said if each["verb"]["id"].endswith(f"/{verb}")]


def kept(page: Page) -> Any:
    """The state as a host would keep it: through JSON."""
    return page.evaluate("JSON.parse(JSON.stringify(H5P.instances[0].getCurrentState()))")
