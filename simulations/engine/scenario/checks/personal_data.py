"""What looks like a real person's data. Each finding is a warning: the reviewer waves it through, or it goes.

The check digit of an NHS number is the NHS Data Dictionary's modulus 11; the letters that a postcode's inward part never has
are Royal Mail's. A full date in a text is taken for a date of birth, since a scenario tells days from the conference.
"""

import re
from collections.abc import Iterator

from simulations.engine.scenario.nodes import Listed, Mapped, Node, Scalar
from simulations.engine.scenario.notebook import Notebook
from simulations.engine.scenario.problems import Place

NHS_NUMBER = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")
POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}|"
    r"(?i:[A-Z]{1,2}\d[A-Z\d]?) (?!\d(?:st|nd|rd|th)\b)(?i:\d[ABD-HJLNP-UW-Z]{2}))\b"
)
PHONE_NUMBER = re.compile(r"(?<![\w+])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)(?:\d[ ()-]{0,2}){8,9}\d(?!\w)")
E_MAIL_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    "ionawr|chwefror|[mf]awrth|ebrill|[mf]ai|[mf]ehefin|g?orffennaf|awst|[mf]edi|hydref|[td]achwedd|rh?agfyr"
)
"""In Welsh also as they are after “o”."""
ORDINAL = "st|nd|rd|th|af|ail|ydd|fed|eg|ain"
DATE = re.compile(
    r"\b(?:\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}|\d{1,2}/\d{1,2}/\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}|"
    rf"\d{{1,2}}(?:{ORDINAL})? (?:of |o )?(?:{MONTHS}),? (?:19|20)\d{{2}}|"
    rf"(?:{MONTHS}) \d{{1,2}}(?:{ORDINAL})?,? (?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
DIGIT_OR_AT = re.compile(r"[0-9@]")
CLOSER = re.compile(r"@|\d/\d{1,2}/\d|[A-Z]\d|[a-z]\d\w? \d|(?:\d[ ()-]{0,2}){3}\d")
"""What all of the above have, looked for first: most texts have neither a digit nor an @, and few with one have more."""
NOT_IN_A_TEXT = {"authorship.piloted"}
"""Where a date is what is asked for."""


def check(root: Mapped, notebook: Notebook) -> None:
    """Look through every text of the file but what is wrong already."""
    _look(root, "", {each.place for each in notebook.problems}, notebook)


def _look(node: Node, path: str, told: set[Place], notebook: Notebook) -> None:
    if isinstance(node, Scalar):
        suspect = DIGIT_OR_AT.search(node.value) and CLOSER.search(node.value)
        if suspect and path not in NOT_IN_A_TEXT and node.place not in told:
            for code, found in findings(node.value):
                notebook.warn(code, path, node.place, found=found)
    elif isinstance(node, Listed):
        for number, item in enumerate(node.items):
            _look(item, f"{path}.{number}", told, notebook)
    else:
        for name, entry in node.entries.items():
            _look(entry.value, f"{path}.{name}" if path else name, told, notebook)


def findings(text: str) -> Iterator[tuple[str, str]]:
    """What in a text looks like a person's data: a code, and the words found."""
    numbers = [found for found in NHS_NUMBER.findall(text) if is_nhs_number(found)]
    yield from (("nhs-number", found) for found in numbers)
    phones = (found.group() for found in PHONE_NUMBER.finditer(text))
    yield from (("phone-number", found) for found in phones if found not in numbers)
    for code, pattern in (("postcode", POSTCODE), ("e-mail-address", E_MAIL_ADDRESS), ("date-of-birth", DATE)):
        yield from ((code, found.group()) for found in pattern.finditer(text))


def is_nhs_number(number: str) -> bool:
    """Whether ten digits have the check digit of an NHS number."""
    digits = [int(character) for character in number if character.isdigit()]
    weighed = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - weighed % 11) % 11 == digits[-1]
