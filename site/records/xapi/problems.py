"""What is wrong with a statement or a request, said so that its sender can mend it."""


class StatementProblem(ValueError):
    """A statement breaks a rule. `where` is the path of the property, e.g. `actor.account.homePage`.

    Machines send statements, so this is in English only, as the specification's own words are.
    """

    def __init__(self, where: str, wanted: str) -> None:
        super().__init__(f"{where or 'statement'}: {wanted}")
        self.where = where
        self.wanted = wanted


class ParameterProblem(StatementProblem):
    """A parameter of a request is missing, unknown or badly written; `where` is its name."""


class Conflict(StatementProblem):
    """It would be right alone, but contradicts what is stored."""


class Forbidden(StatementProblem):
    """It would be right from somebody else."""
