"""Every part with its states, for the page that shows them all in both languages."""


def groups() -> list[str]:
    return []
