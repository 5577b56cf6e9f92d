"""The addresses under `/xapi/`: one way in, one way out, one place where a request is refused."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt

from records.consistency import consistent_through
from records.keeping import Unmet
from records.lrs import answers, documents, known, statements, threads
from records.lrs.asking import Asked, asked
from records.lrs.clients import client_of
from records.lrs.description import openapi
from records.lrs.refusing import Refused, status_of
from records.models import Credential
from records.xapi import versions
from records.xapi.converting import utc
from records.xapi.problems import StatementProblem
from records.xapi.versions import Version

THROUGH = "X-Experience-API-Consistent-Through"
Resource = Callable[[Asked, Credential], HttpResponse]


@csrf_exempt  # no cookie lets anybody in here
def resource(request: HttpRequest, answer: Resource) -> HttpResponse:
    """A resource for clients with a credential."""
    return threads.answered(request, lambda: _let_in(request, answer))


@csrf_exempt
def statements_resource(request: HttpRequest) -> HttpResponse:
    """Every answer to a reader of this one says until when it is complete, refusals too."""
    reads = request.method in ("GET", "HEAD") or "method" in request.GET
    work = _complete_through if reads else partial(_let_in, answer=statements.answer)
    return threads.answered(request, lambda: work(request))


@csrf_exempt
def about(request: HttpRequest) -> HttpResponse:
    """For everybody, in whatever version."""
    return _answered(request, known.about, needs_version=False)


@csrf_exempt
def nowhere(request: HttpRequest, address: str) -> HttpResponse:
    """An address that the specification does not know."""

    def answer(asked: Asked) -> HttpResponse:
        raise Refused(404, f"nothing is at {address[:100]}; the resources are those of xAPI")

    return _answered(request, answer, needs_version=False)


def _let_in(request: HttpRequest, answer: Resource) -> HttpResponse:
    return _answered(request, lambda asked: answer(asked, client_of(asked.headers.get("Authorization", ""))))


def _complete_through(request: HttpRequest) -> HttpResponse:
    through = consistent_through()  # before anything is read
    found = _let_in(request, statements.answer)
    found[THROUGH] = utc(through)
    return found


def _answered(
    request: HttpRequest, answer: Callable[[Asked], HttpResponse], *, needs_version: bool = True
) -> HttpResponse:
    request.urlconf = __name__  # no page in some language is looked for where nothing is found
    try:
        what = asked(request, needs_version=needs_version)
        return answers.spoken(answer(what), what.spoken)
    except Unmet as unmet:
        return answers.spoken(answers.problem(412, unmet.wanted, unmet.where), _version(request))
    except StatementProblem as problem:
        return answers.spoken(answers.problem(status_of(problem), problem.wanted, problem.where), _version(request))
    except Refused as refused:
        found = answers.problem(refused.status, refused.wanted)
        for name, value in refused.headers.items():
            found[name] = value
        return answers.spoken(found, _version(request))


def _version(request: HttpRequest) -> Version | None:
    """The one named, so far as it is known; the newest where another is."""
    named = request.headers.get(versions.HEADER)
    known = next((version for version in versions.KNOWN if named and version.spelt.fullmatch(named)), None)
    return known or (versions.TWO if named else None)


def _at(address: str, answer: Resource) -> URLPattern:
    return path(address, resource, {"answer": answer}, name=address.replace("/", "-"))


urlpatterns = [
    path("statements", statements_resource, name="statements"),
    _at("activities/state", partial(documents.answer, resource=documents.STATES)),
    _at("activities/profile", partial(documents.answer, resource=documents.ACTIVITY_PROFILES)),
    _at("agents/profile", partial(documents.answer, resource=documents.AGENT_PROFILES)),
    _at("activities", known.activity),
    _at("agents", known.person),
    path("about", about, name="about"),
    path("openapi.json", openapi, name="openapi"),
    path("<path:address>", nowhere),
]
