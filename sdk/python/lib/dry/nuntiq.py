"""Stands for the API in a dry run: reads go through, writes are noted and answered here.

A claim is a write too. It is answered from reads, with leases that are made up and say so: nothing is locked.
"""

from __future__ import annotations

import io
import json
import re
import time
from datetime import datetime, timezone
from typing import Any, Callable, Mapping
from urllib.parse import quote, urlencode, urlsplit

from ..transport import Response, Transport
from .held import READS

_NIL = "00000000-0000-0000-0000-000000000000"
_PAGE = 1000
_PAGES_MAX = 10
#: A lease token of a dry run: the API has never heard of it.
LEASE_TOKEN = "dry-run-no-lease"

Note = Callable[[str, str, Any], None]


class MadeUp(Response):
    """An answer that no server gave."""

    def __init__(self, body: Any) -> None:
        content = json.dumps(body).encode("utf-8")
        self.status = 200
        self.headers: Any = {}
        self._raw: Any = io.BytesIO(content)

    def _release(self) -> None:
        pass

    def abandon(self) -> None:
        """There is no connection."""


class DryTransport(Transport):
    """Sends reads by the real transport; ``note`` is told of each write that was not sent."""

    def __init__(self, inner: Transport, note: Note) -> None:
        self._inner = inner
        self._note = note
        self._handed_out: set[str] = set()
        self.root = inner.root
        self.timeout_seconds = inner.timeout_seconds
        self.reads = 0

    def send(
        self,
        method: str,
        target: str,
        headers: Mapping[str, str],
        body: bytes | list[bytes] | None,
        timeout_seconds: float | None,
    ) -> Response:
        """Sends a read, answers a write."""
        if method in READS:
            self.reads += 1
            return self._inner.send(method, target, headers, body, timeout_seconds)
        path = urlsplit(target).path[len(self.root) :]
        content = _content(body)
        if not path.endswith("/v1/job/log"):
            self._note(method, path, content)
        read = {name: value for name, value in headers.items() if not name.lower().startswith("content-")}
        return MadeUp(self._answer(method, path, content, read))

    def close(self) -> None:
        """Closes the idle connections."""
        self._inner.close()

    def _answer(self, method: str, path: str, body: Any, headers: Mapping[str, str]) -> Any:
        asked = body if isinstance(body, dict) else {}
        if path == "/v1/invoices/claim":
            return {"leases": self._leases(asked, headers)}
        told = _INVOICE.match(path)
        if told:
            return _of_invoice(told.group(1), method, told.group(2), asked)
        if path.startswith("/v1/delta/streams/") and path.endswith("/begin"):
            state = self._get(path[: -len("/begin")], headers) or {}
            return {"committed_cursor_value": state.get("committed_cursor_value"), "run_token": "dry-run"}
        return _generic(asked)

    def _leases(self, asked: Mapping[str, Any], headers: Mapping[str, str]) -> list[dict[str, Any]]:
        modes = asked.get("modes") or ["post"]
        filters = {name: value for name, value in asked.items() if name.startswith("ext_reference_")}
        limit = int(asked.get("limit") or 10)
        ends = datetime.fromtimestamp(time.time() + int(asked.get("lease_ttl_seconds") or 300), timezone.utc)
        leases: list[dict[str, Any]] = []
        states = {"post": "PendingIntegration", "verify_first": "IntegrationInDoubt"}
        for mode in (mode for mode in states if mode in modes):
            for token in self._waiting(states[mode], filters, headers, limit - len(leases)):
                self._handed_out.add(token)
                lease = {"invoice_token": token, "lease_token": LEASE_TOKEN, "fence": 0, "mode": mode}
                lease["lease_expires_at"] = ends.isoformat().replace("+00:00", "Z")
                if mode == "verify_first":
                    lease["intent"] = self._intent(token, headers)
                leases.append(lease)
        return leases

    def _waiting(self, state: str, filters: Mapping[str, str], headers: Mapping[str, str], room: int) -> list[str]:
        """What a claim would hand out, as far as a list can tell; it begins with the newest."""
        found: list[str] = []
        cursor: str | None = None
        for _ in range(_PAGES_MAX if room > 0 else 0):
            params = {"state": state, "limit": _PAGE, **filters, **({"cursor": cursor} if cursor else {})}
            page = self._get(f"/v1/invoices?{urlencode(params, quote_via=quote)}", headers) or {}
            tokens = [str(record["invoice_token"]) for record in page.get("items") or ()]
            found += [token for token in tokens if token not in self._handed_out]
            cursor = page.get("next_cursor")
            if not cursor:
                break
        return found[::-1][:room]

    def _intent(self, token: str, headers: Mapping[str, str]) -> dict[str, Any]:
        integration = (self._get(f"/v1/invoices/{token}", headers) or {}).get("integration") or {}
        return {"erp_reference": "", **(integration.get("intent") or {})}

    def _get(self, path: str, headers: Mapping[str, str]) -> Any:
        self.reads += 1
        response = self._inner.send("GET", self.root + path, headers, None, None)
        body = response.read()
        return json.loads(body) if response.status == 200 and body else None


_INVOICE = re.compile(r"/v1/invoices/([0-9a-fA-F-]{36})(/[a-z-]+)$")


def _of_invoice(token: str, method: str, what: str, asked: Mapping[str, Any]) -> Any:
    statuses = {"/acknowledge": "PendingResult", "/lease": "PendingIntegration"}
    result = "Processed" if asked.get("success") else "IntegrationFailed"
    answer = {"invoice_token": token, "new_status": statuses.get(what, result), "idempotent": False, "dry_run": True}
    if what == "/lifecycle-messages":
        return {**_generic(asked), **answer, **asked}
    if what == "/posting-intent" and method == "POST":
        answer.update(asked)
    return answer


def _generic(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Has what the loads of the SDK look for in the answers to their writes."""
    rows = asked.get("data") if isinstance(asked.get("data"), list) else []
    token = {"invoice_token": _NIL, "document_token": _NIL, "id": 0}
    documents = {"sourceDocumentId": 0, "filesUploaded": 0, "pdfFilesQueued": 0, "details": {}}
    counts = {"inserted": 0, "updated": len(rows or ()), "unchanged": 0, "deleted": 0}
    now = datetime.fromtimestamp(time.time(), timezone.utc).isoformat().replace("+00:00", "Z")
    return {"dry_run": True, **token, **counts, "recorded_at": now, "data": {**token, **documents}}


def _content(body: bytes | list[bytes] | None) -> Any:
    whole = b"".join(body) if isinstance(body, list) else body
    if not whole:
        return None
    try:
        return json.loads(whole)
    except ValueError:
        return {"(body)": f"{len(whole)} bytes"}
