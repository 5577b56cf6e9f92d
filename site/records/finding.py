"""Statements looked for: which of them, in which order, and where the next page begins.

Every filter is a key in one index (records/models/finding.py), a wider one two, so what a query costs does not grow with the
store.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from records.models import Authority, Mention, Statement
from records.xapi.queries import Query


def one(key: UUID, query: Query, only: Authority | None) -> Statement | None:
    """The statement of this id; one that is voided only when a voided one is asked for. `only` leaves out what others said."""
    found = Statement.objects.select_related("authority").filter(pk=key, voided=query.voided)
    return (found.filter(authority=only) if only else found).first()


def page(query: Query, only: Authority | None) -> tuple[list[Statement], tuple[datetime, UUID] | None]:
    """The statements that fit, and the last one's place if more follow: one more than is shown is looked for."""
    rows = _mentioned(query, only) if query.keys else _stored(query, only)
    shown = rows[: query.limit]
    return shown, (shown[-1].stored, shown[-1].pk) if len(rows) > len(shown) else None


def _stored(query: Query, only: Authority | None) -> list[Statement]:
    found = Statement.objects.filter(_span(query, "id"), voided=False).select_related("authority")
    found = found.filter(authority=only) if only else found
    return list(found.order_by(*_order(query, "id"))[: query.limit + 1])


def _mentioned(query: Query, only: Authority | None) -> list[Statement]:
    """Each key of the first filter is looked up in order, as many as one page may need; then the two are laid together."""
    first, *others = query.keys
    found = Mention.objects.filter(_span(query, "statement_id"), statement__voided=False)
    for keys in others:
        also = Mention.objects.filter(key__in=keys, stored=OuterRef("stored"), statement_id=OuterRef("statement_id"))
        found = found.filter(Exists(also))
    found = found.filter(statement__authority=only) if only else found
    ordered = found.select_related("statement__authority").order_by(*_order(query, "statement_id"))
    pages = [ordered.filter(key=key)[: query.limit + 1] for key in first]
    together = {mention.statement_id: mention.statement for page in pages for mention in page}
    return sorted(together.values(), key=lambda each: (each.stored, each.pk), reverse=not query.ascending)


def _span(query: Query, name: str) -> Q:
    """Stored after `since`, up to `until`, and on this page."""
    span = Q()
    if query.since:
        span &= Q(stored__gt=query.since)
    if query.until:
        span &= Q(stored__lte=query.until)
    if query.after:
        stored, last = query.after
        way = "gt" if query.ascending else "lt"
        span &= Q(**{f"stored__{way}e": stored}) & (Q(**{f"stored__{way}": stored}) | Q(**{f"{name}__{way}": last}))
    return span


def _order(query: Query, name: str) -> tuple[str, str]:
    way = "" if query.ascending else "-"
    return f"{way}stored", f"{way}{name}"
