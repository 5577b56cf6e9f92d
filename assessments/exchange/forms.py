"""Which form a file of questions has, by its name and how it begins, and what can be given out."""

from enum import StrEnum
from pathlib import PurePath


class Form(StrEnum):
    """What questions can come and go as."""

    YAML = "yaml"
    CSV = "csv"
    GIFT = "gift"
    MOODLE = "moodle"
    QTI_21 = "qti-2.1"
    QTI_30 = "qti-3.0"

    @property
    def ending(self) -> str:
        return {Form.MOODLE: "xml", Form.QTI_21: "zip", Form.QTI_30: "zip"}.get(self, self.value)

    @property
    def has_both_languages(self) -> bool:
        return self in {Form.YAML, Form.CSV}


BY_ENDING = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".csv": "csv",
    ".gift": "gift",
    ".txt": "gift",
    ".xml": "xml",
    ".zip": "zip",
}


def kind_of_file(name: str) -> str:
    """What stands in `BY_ENDING` for it, empty where nothing does."""
    return BY_ENDING.get(PurePath(name).suffix.lower(), "")
