"""What a stage holds apart from runs: files, streams, data; for scenarios to compare."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any, Iterator

from lib.objects.invoice import InvoiceLoad

from .scenario import Fault
from .stage import Stage as PlayedStage

_LISTS = ("/v1/supplier", "/v1/organization", "/v1/purchaseorder", "/v1/purchaseorderline", "/v1/receipt")
_PASSING = re.compile(r"(_at|_at_utc|_token|^id|_id|version|started|completed|run_)$|^id$")
_OWN = frozenset({"temp_work", "__pycache__", ".mypy_cache", ".git", ".venv", ".build", ".swiftpm"})


class Ground(PlayedStage):
    """A stage with what its scenarios compare."""

    #: What was wrong with the first run.
    first: list[Fault]
    cursor_types: dict[str, str] = {}
    _reference: Any = None

    def spare(self) -> None:
        """No more faults; what happened stays noted."""
        self.proxy.before = self.proxy.after = lambda _: None
        self.erp.before = self.erp.after = lambda _m, _b: True
        self.erp.mishap = lambda _: None

    def open_tokens(self, states: str) -> list[str]:
        """The invoices in these states."""
        return [record["invoice_token"] for record in InvoiceLoad(self.context).list_all(state=states)]

    # Data that was brought ------------------------------------------------------------------------------------------

    def reference(self) -> Any:
        """What a good run leaves on an empty tenant."""
        if self._reference is None:
            self.enter_tenant()
            self.run()
            self._reference = self.snapshot()
        return self._reference

    def snapshot(self) -> Any:
        """What is in the tenant, without what is another each time."""
        found: dict[str, Any] = {}
        for path in _LISTS:
            items = self.context.api.get(path, {"limit": 500, "page": 1})["items"]
            found[path] = sorted(repr(_settled(item)) for item in items)
        invoices = InvoiceLoad(self.context).list_all()
        found["invoices"] = sorted(f"{each['supplier_number']}/{each['invoice_number']}" for each in invoices)
        for path in self.streams():
            found[path] = self.context.api.get(path).get("committed_cursor_value")
        return found

    def streams(self) -> list[str]:
        """The streams that the connector has begun, as paths."""
        found: dict[str, str] = {}
        for call in self.proxy.calls:
            if call.step == "begin":
                path = call.path[call.path.index("/v1/") :].rsplit("/", 1)[0]
                found[path] = str(call.json.get("cursor_type") or "timestamp_utc")
        type(self).cursor_types.update(found)
        return sorted(found)

    def free_streams(self) -> None:
        """What an hour does: a stream whose run was killed can be begun again."""
        for path in self.streams():
            try:
                self.context.api.call("POST", f"{path}/fail", data={"error_summary": "killed"}, repeatable=True)
            except Exception:
                continue

    # Files ----------------------------------------------------------------------------------------------------------

    def project_files(self) -> dict[str, str]:
        """The files of the project, by what is in them."""
        project = Path(self.subject.project)
        return {str(path.relative_to(project)): _digest(path) for path in _files(project)}

    def new_files(self) -> dict[str, bytes]:
        """What the runs of this scenario left in their work directories."""
        found = Path(self.bundle, "temp_work").rglob("*")
        return {str(path): path.read_bytes() for path in found if path.is_file()}

    def files_with(self, text: str) -> list[str]:
        """The files that hold a text."""
        return [path for path, content in self.new_files().items() if text.encode() in content]

    def escaped(self, name: str) -> list[Path]:
        """Files of that name outside of the runs' work directories."""
        work = Path(self.bundle, "temp_work")
        found = [path for path in Path(self.folder).rglob(f"*{name}") if path.is_file()]
        return [path for path in found if work not in path.parents or path.parent == work]


def _files(project: Path) -> Iterator[Path]:
    for path in project.rglob("*"):
        if path.is_file() and not _OWN & set(path.relative_to(project).parts):
            yield path


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _settled(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _settled(part) for name, part in sorted(value.items()) if not _PASSING.search(name)}
    return [_settled(part) for part in value] if isinstance(value, list) else value



