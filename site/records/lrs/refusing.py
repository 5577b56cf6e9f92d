"""Why a request is not answered as asked, with the status that says so (2.0: 4.1.5; 1.0.3: Communication 3.2)."""

from records.xapi.problems import Conflict, Forbidden, StatementProblem


class Refused(Exception):
    """`wanted` says, in English as the specification is, what would have been right."""

    def __init__(self, status: int, wanted: str, **headers: str) -> None:
        super().__init__(wanted)
        self.status = status
        self.wanted = wanted
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def status_of(problem: StatementProblem) -> int:
    return {Conflict: 409, Forbidden: 403}.get(type(problem), 400)
