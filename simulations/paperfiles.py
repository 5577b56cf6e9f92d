"""The file that shows a paper as it would lie on the table: who may have it, and how it is handed out.

Whoever has the paper in their hands now may have its file, and whoever prints the packs; nobody else is told that there is
one. It came from outside, so it is never run where the site's own pages are: pictures and text are shown in a sandbox,
everything else is downloaded.
"""

from collections.abc import Generator
from pathlib import PurePosixPath

from django.core.files.storage import Storage
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from media.serving import ranged
from people.models import User
from simulations import roompage
from simulations.engine.actors import Seated
from simulations.engine.scenario.values import PaperId, SeatId
from simulations.models import Conference, PaperFile
from simulations.selectors import participant_in, proceedings_of

SHOWN = {
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
    ".txt": "text/plain; charset=utf-8",
}  # fmt: skip
"""What browsers show by themselves and cannot run."""
PIECE = 64 * 1024
NOT_THERE = 416


def file_for(conference: Conference, person: User, paper: str) -> PaperFile | None:
    """The paper's file, for whoever may have it."""
    name = _prints(conference, person, paper) or _holds(conference, person, paper)
    return conference.version.files.filter(name=name).first() if name else None


def _prints(conference: Conference, person: User, paper: str) -> str | None:
    if not conference.is_run_by(person):
        return None
    found = conference.scenario().papers.get(PaperId(paper))
    return found.file if found else None


def _holds(conference: Conference, person: User, paper: str) -> str | None:
    """By what their room shows them: the same rule, and no other."""
    kind, seat = roompage.place(conference, participant_in(conference, person), person)
    if kind != "seat":
        return None
    section = proceedings_of(conference).standing(Seated(SeatId(seat))).papers
    held = section.papers if section else ()
    return next((each.file for each in held if each.id == paper), None)


def handed_out(request: HttpRequest, file: PaperFile) -> HttpResponseBase:
    """The whole, or the one range that is asked for."""
    storage, place = file.content.storage, str(file.content.name)
    response = ranged(request, file.content.size, lambda start, end: _pieces(storage, place, start, end))
    return response if response.status_code == NOT_THERE else _described(response, file.name)


def _pieces(storage: Storage, place: str, start: int, end: int) -> Generator[bytes, None, None]:
    with storage.open(place) as opened:
        opened.seek(start)
        while piece := opened.read(min(PIECE, end - opened.tell())):
            yield piece


def _described(response: HttpResponseBase, name: str) -> HttpResponseBase:
    path = PurePosixPath(name)
    shown = SHOWN.get(path.suffix.lower())
    response["Content-Type"] = shown or "application/octet-stream"
    response["Content-Disposition"] = content_disposition_header(shown is None, path.name) or "attachment"
    response["Accept-Ranges"], response["Cache-Control"] = "bytes", "private, no-store"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
