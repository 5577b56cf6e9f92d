"""Many identifiers looked for at once: `filter(pk__among=ids)`.

As `in`, but PostgreSQL gets them as one value, an array, instead of hundreds, each of which it would have to read and plan.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import UUIDField
from django.db.models.lookups import In
from django.db.models.sql.compiler import SQLCompiler


@UUIDField.register_lookup
class Among(In[Any]):
    lookup_name = "among"

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        looked_at, params = self.process_lhs(compiler, connection)
        return f"{looked_at} = ANY(%s::uuid[])", [*params, array(self.rhs)]


def array(ids: Iterable[UUID]) -> str:
    """As PostgreSQL reads one."""
    return f"{{{','.join([each.hex for each in ids])}}}"
