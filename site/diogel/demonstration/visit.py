"""`diogel demo --check`: a visitor who opens the main pages in both languages, signs in, opens a socket, and reports."""

import base64
import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

from diogel.demonstration.steps import Say

START = 30  # seconds a server may take to answer first


class Visitor:
    """A browser's bare bones: cookies, a form, and what a page must have."""

    def __init__(self, port: int) -> None:
        self.root = f"http://127.0.0.1:{port}"
        self.cookies = http.cookiejar.CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def open(self, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        data = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(self.root + path, data, {"Referer": self.root + path})  # noqa: S310
        try:
            with self.browser.open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")

    def sign_in(self, email: str, password: str) -> bool:
        _status, page = self.open("/en/account/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if not token:
            return False
        self.open("/en/account/login/", {"login": email, "password": password, "csrfmiddlewaretoken": token[1]})
        return any(cookie.name == "sessionid" for cookie in self.cookies)


def visit(port: int, say: Say) -> list[str]:
    """Serves in a process of its own, looks round, stops it; returns what was wrong, a line each."""
    command = [sys.executable, "-m", "diogel", "serve", "--port", str(port), "--with-work"]
    with subprocess.Popen(command) as server:  # noqa: S603
        try:
            if not answers(port, server):
                return [f"The server did not answer on port {port} within {START} s."]
            return look_round(Visitor(port), port, say)
        finally:
            server.terminate()
            server.wait(15)


def answers(port: int, server: "subprocess.Popen[bytes]") -> bool:
    until = time.monotonic() + START
    while time.monotonic() < until and server.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def look_round(visitor: Visitor, port: int, say: Say) -> list[str]:
    from people.demo import PASSWORD, demo_cast

    problems = [problem for path in public_paths() if (problem := look(visitor, path, say))]
    if not visitor.sign_in(demo_cast()[0][0], PASSWORD):
        return [*problems, "Signing in did not work."]
    problems += [problem for path in member_paths() if (problem := look(visitor, path, say))]
    if problem := open_socket(visitor, port, say):
        problems.append(problem)
    return problems


def public_paths() -> list[str]:
    return [f"/{language}/{page}" for language in ("cy", "en") for page in ("", "account/login/", "design/")]


def member_paths() -> list[str]:
    from wagtail.models import Page

    from assessments.models import Paper
    from simulations.demo import lobby_path

    papers = Paper.objects.filter(current=True).values_list("slug", flat=True)
    views = ["", "conferences/", lobby_path(), *(f"assessments/{slug}/" for slug in papers)]
    pages = Page.objects.live().filter(depth__gt=2).order_by("path")
    return [
        *(f"/{language}/{page}" for language in ("cy", "en") for page in views),
        *(urllib.parse.urlsplit(page.url).path for page in pages if page.url),
    ]


def look(visitor: Visitor, path: str, say: Say) -> str:
    """Empty where the page is there, in the language its address names; else what is wrong with it."""
    status, page = visitor.open(path)
    language = path.split("/")[1]
    if status != 200:
        return f"{path} answered {status}."
    if f'lang="{language}"' not in page[:600]:
        return f"{path} does not say that it is in {language!r}."
    say(f"  {status} {path}")
    return ""


def open_socket(visitor: Visitor, port: int, say: Say) -> str:
    """Shakes hands on the demonstration's own conference, as a browser would."""
    from simulations.demo import socket_path

    path = socket_path()
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies)
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Origin: http://127.0.0.1:{port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: diogel.conference.1",
        "Sec-WebSocket-Key: " + base64.b64encode(os.urandom(16)).decode(),
        f"Cookie: {cookies}",
    ]
    with socket.create_connection(("127.0.0.1", port), 10) as line:
        line.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        answer = line.recv(4096).split(b"\r\n", 1)[0].decode(errors="replace")
    if " 101 " not in answer:
        return f"The socket {path} answered: {answer or 'nothing'}"
    say(f"  101 {path}")
    return ""
