"""Another system that speaks xAPI with our record store: a client with a credential, in one version."""

import base64
import json
from typing import Any
from urllib.parse import urlencode

from django.test import Client

from records.lrs.clients import make_credential

JSON = "application/json"


class System:
    """`scopes` are what its credential allows."""

    def __init__(self, *scopes: str, version: str = "2.0.0", name: str = "HR") -> None:
        self.credential, self.secret = make_credential(name, scopes or ("all",))
        self.version = version
        self._browser = Client(raise_request_exception=True)

    @property
    def authorization(self) -> str:
        return "Basic " + base64.b64encode(f"{self.credential.key}:{self.secret}".encode()).decode()

    def ask(
        self, method: str, resource: str, /, body: Any = b"", content_type: str = JSON, headers: Any = (), **given: Any
    ) -> Any:
        """An answer of Django's test client. Values of `given` that are no text are sent as JSON."""
        told = {name: value if isinstance(value, str) else json.dumps(value) for name, value in given.items()}
        content = body if isinstance(body, bytes | str) else json.dumps(body)
        known = {"Authorization": self.authorization, "X-Experience-API-Version": self.version, **dict(headers)}
        address = f"/xapi/{resource}" + (f"?{urlencode(told)}" if told else "")
        return self._browser.generic(
            method, address, content, content_type, headers={name: value for name, value in known.items() if value}
        )

    def get(self, resource: str = "statements", **given: Any) -> Any:
        return self.ask("GET", resource, **given)

    def post(self, body: Any, content_type: str = JSON) -> Any:
        return self.ask("POST", "statements", body, content_type)

    def ids(self, **given: Any) -> list[str]:
        """Of the statements found, in their order."""
        found = self.get(**given)
        assert found.status_code == 200, found.content
        return [each["id"] for each in found.json()["statements"]]

    def go(self, address: str) -> Any:
        """As it stands in a link."""
        headers = {"Authorization": self.authorization, "X-Experience-API-Version": self.version}
        return self._browser.get(address, headers=headers)
