// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/toolkit/stage.py by Scripts/embed-assets; change that file, not this one.
    static let toolkitStagePy = #"""
        """Where scenarios are played: a tenant of a real Nuntiq, the proxy, the ERP, and runs of the connector."""

        from __future__ import annotations

        import base64
        import io
        import json
        import os
        import shutil
        import signal
        import tempfile
        import threading
        import time
        import uuid
        from concurrent.futures import ThreadPoolExecutor
        from dataclasses import dataclass, field
        from decimal import Decimal
        from pathlib import Path
        from typing import Any, Callable, Mapping, Tuple, Union

        from lib.api_client import ApiClient
        from lib.context import JobContext
        from lib.logger import Logger
        from lib.objects.invoice import InvoiceLoad
        from lib.seeding import KINDS as MASTER_DATA

        from .erp import BoxERP
        from .forks import Forks, Running
        from .programs import Programs, Started
        from .proxy import FaultProxy
        from .server import OwnServer

        #: How long an answer of Nuntiq is waited for in these runs, and how long a run may take.
        API_SECONDS = 3.0
        RUN_SECONDS = 25.0
        PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
        _OPEN = "PendingIntegration,PendingAcknowledgement,PendingResult,IntegrationInDoubt"
        _INVOICE = {
            "supplier_number": "S-001",
            "supplier_name": "Globex Supplies BV",
            "invoice_date": "2026-05-19",
            "due_date": "2026-06-18",
            "currency": "EUR",
            "total_amount": Decimal("121.10"),
            "ext_reference_1": "CUSTOMER-A",
            "lines": [{"description": "Toner, black", "quantity": 2, "unit_price": Decimal("60.55")}],
            "addresses": [{"address_type": "vendor", "address_name": "Globex", "city": "Delft", "country": "NL"}],
        }


        @dataclass(frozen=True)
        class Seeded:
            """An invoice that was brought in for a scenario."""

            number: str
            token: str


        @dataclass
        class Run:
            """A run of the connector that is over."""

            status: int
            output: str
            errors: str
            seconds: float

            @property
            def result(self) -> dict[str, Any]:
                """What it printed, or an empty object."""
                try:
                    value = json.loads(self.output.splitlines()[-1])
                    return value if isinstance(value, dict) else {}
                except (ValueError, IndexError):
                    return {}

            @property
            def is_success(self) -> bool:
                """Whether it says so."""
                return self.status == 0 and self.result.get("success") is True

            @property
            def why(self) -> str:
                """What it said of its failure, on one line."""
                if self.status < 0:
                    return f"it was ended after {self.seconds:.0f} s"
                result = self.result
                said = f"{result.get('error')}: {result.get('message')}" if result.get("error") else self.errors[-300:]
                return " ".join(said.split())[:240]


        #: A run, the beginning of its files' names, and when it began.
        Begun = Tuple[Union[Running, Started], str, float]


        @dataclass
        class Profile:
            """What the connector does when nothing goes wrong."""

            kind: str = ""
            steps: set[str] = field(default_factory=set)
            posts: bool = False
            looks_up: bool = False
            intents: bool = False
            verifies: bool = False
            limit: int = 10


        @dataclass(frozen=True)
        class Subject:
            """The connector under test."""

            project: str
            key: str
            settings: Mapping[str, Any]
            many: int = 50
            #: What runs it where it is no file in Python.
            program: str | None = None


        class Stage:
            """One tenant; scenarios are played on it one after another."""

            def __init__(self, server: OwnServer, subject: Subject, name: str, profile: Profile | None = None) -> None:
                self.server = server
                self.subject = subject
                self.name = name
                self.profile = profile or Profile()
                self.folder = tempfile.mkdtemp(prefix="nuntiq-stage-")
                self.bundle = os.path.join(self.folder, "bundle")
                os.mkdir(self.bundle)
                if not subject.program:
                    os.symlink(os.path.join(os.path.realpath(subject.project), "connectors"), f"{self.bundle}/connectors")
                self.erp = BoxERP()
                self.forks: list[Forks | Programs] = [self._new_forks()]
                self.running: Running | Started | None = None
                self.canary = f"canary-{uuid.uuid4().hex[:20]}"
                self._count = 0
                self.proxy = FaultProxy(server.api_url)
                self.context = self.other = JobContext(ApiClient(server.api_url, api_key="none"), Logger(stream=io.StringIO()))
                self.enter_tenant()

            def enter_tenant(self) -> None:
                """Goes to a new tenant, where nothing is yet."""
                self._count += 1
                self.config = self.server.tenant(f"{self.name}-{self._count}", ("worker", "other"))
                self.context.close()
                self.other.close()
                keys = self.config["keys"]
                self.context = self._context(keys[0])
                self.other = self._context(keys[1])
                fixtures = Path(self.subject.project, "fixtures")
                for kind, path in MASTER_DATA.items():
                    file = fixtures / f"{kind}.json"
                    if file.exists():
                        rows = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
                        self.context.api.call("POST", path, data={"data": rows}, repeatable=True)

            def reset(self) -> None:
                """Before a scenario: no faults, no postings, no invoice that is still open."""
                self.proxy.reset()
                self.erp.reset()
                self.running = None
                shutil.rmtree(f"{self.bundle}/temp_work", ignore_errors=True)
                for record in list(InvoiceLoad(self.context).list_all(state=_OPEN)):
                    InvoiceLoad(self.context).integration_result(
                        record["invoice_token"], success=True, external_id_1="cleared", force_override=True
                    )

            def close(self) -> None:
                """Ends what it began."""
                for each in (self.proxy, self.erp):
                    each.shutdown()
                    each.server_close()
                for forks in self.forks:
                    forks.close()
                self.context.close()
                self.other.close()
                shutil.rmtree(self.folder, ignore_errors=True)

            # Invoices -------------------------------------------------------------------------------------------------------

            def seed(self, count: int = 1, files: tuple[str, ...] = (), bare: bool = False, **fields: Any) -> list[Seeded]:
                """Brings invoices in and waits until they can be claimed; ``bare`` ones have what must be there alone."""
                base = dict(_INVOICE) if bare else self._base()
                if bare:
                    for name in ("supplier_name", "due_date", "addresses"):
                        base.pop(name)
                with ThreadPoolExecutor(4) as several:
                    seeded = list(several.map(lambda _: self._import({**base, **fields}, files), range(count)))
                end = time.monotonic() + 60
                waiting = {each.token for each in seeded}
                while waiting and time.monotonic() < end:
                    ready = {record["invoice_token"] for record in InvoiceLoad(self.context).list_all(state="PendingIntegration")}
                    waiting -= ready
                    if waiting:
                        time.sleep(0.03)
                if waiting:
                    detail = self.detail(waiting.pop())
                    raise AssertionError(f"fixtures/invoice.json: its invoices do not become ready: {detail['status_info']}")
                return seeded

            def detail(self, token: str) -> dict[str, Any]:
                """An invoice as Nuntiq has it."""
                answer = self.context.api.call("GET", f"/v1/invoices/{token}", exact=True)
                return {**answer, "status_info": answer.get("status_info") or answer["invoice"].get("status")}

            def _base(self) -> dict[str, Any]:
                file = Path(self.subject.project, "fixtures", "invoice.json")
                if not file.exists():
                    return dict(_INVOICE)
                rows = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
                return {**_INVOICE, **rows[0]["invoice"]} if rows else dict(_INVOICE)

            def _import(self, invoice: dict[str, Any], files: tuple[str, ...]) -> Seeded:
                number = f"T{uuid.uuid4().hex[:10].upper()}"
                attachments = [
                    {
                        "type": "ATTACHMENT" if place else "IMAGE",
                        "filename": name,
                        "content": base64.b64encode(PDF + str(place).encode()).decode(),
                    }
                    for place, name in enumerate(files)
                ]
                given = {**invoice, "invoice_number": invoice.get("number_prefix", "") + number}
                given.pop("number_prefix", None)
                answer = self.context.api.invoice_import({"invoice": given, "attachments": attachments})
                return Seeded(given["invoice_number"], str(answer["invoice_token"]))

            # Runs -----------------------------------------------------------------------------------------------------------

            def run(self, erp_url: str | None = None, seconds: float = RUN_SECONDS) -> Run:
                """One run of the connector, to its end or its time limit."""
                return self.finish(self.start(erp_url), seconds)

            def start(self, erp_url: str | None = None, place: int = 0) -> Begun:
                """Begins a run; those at different places go on at the same time."""
                self.ready(place + 1)
                base = os.path.join(self.folder, f"run-{uuid.uuid4().hex[:8]}")
                Path(f"{base}.json").write_text(json.dumps(self._settings(erp_url or self.erp.url)), encoding="utf-8")
                arguments = ["--entrypoint", self.subject.key, "--config", f"{base}.json"]
                if not self.subject.program:
                    arguments += ["--connector-path", self.bundle]
                started = time.monotonic()
                self.running = self.forks[place].start(arguments, f"{base}.out", f"{base}.err")
                return self.running, base, started

            def ready(self, count: int) -> None:
                """Sees to it that so many runs can begin at once."""
                while len(self.forks) < count:
                    self.forks.append(self._new_forks())

            def _new_forks(self) -> Forks | Programs:
                subject = self.subject
                return Programs(subject.program, subject.project, self.bundle) if subject.program else Forks(subject.project)

            def finish(self, begun: Begun, seconds: float = RUN_SECONDS) -> Run:
                """Waits for a run."""
                running, base, started = begun
                limit = threading.Timer(seconds, running.kill)
                limit.start()
                try:
                    status = running.wait()
                finally:
                    limit.cancel()
                texts = [Path(f"{base}.{end}").read_text(encoding="utf-8", errors="replace") for end in ("out", "err")]
                return Run(status, texts[0], texts[1], time.monotonic() - started)

            def kill(self) -> None:
                """Kills the run that was begun last."""
                end = time.monotonic() + 2
                while self.running is None and time.monotonic() < end:
                    time.sleep(0.001)
                if self.running:
                    self.running.kill(signal.SIGKILL)

            def recover(self, rounds: int = 4) -> list[Run]:
                """What happens after a bad day: leases end, time goes by, and the connector runs again."""
                runs: list[Run] = []
                before: list[tuple[str, int]] = []
                for _ in range(rounds):
                    records = list(InvoiceLoad(self.context).list_all(state=_OPEN))
                    now = sorted((record["invoice_token"], record["status"]) for record in records)
                    if not records or now == before:
                        break
                    before = now
                    for record in records:
                        if record["status"] in (92, 93):
                            self._give_back(record["invoice_token"])
                    if any(record["status"] in (92, 93, 95) for record in records) and self.profile.intents:
                        self.server.advance(150)
                    runs.append(self.run())
                return runs

            def _give_back(self, token: str) -> None:
                for context in (self.context, self.other):
                    try:
                        context.api.call("DELETE", f"/v1/invoices/{token}/lease")
                        return
                    except Exception:
                        continue

            def _context(self, key: str) -> JobContext:
                api = ApiClient(self.server.api_url, api_key=key)
                return JobContext(api, Logger(stream=io.StringIO(), api=api))

            def _settings(self, erp_url: str) -> dict[str, Any]:
                settings = self.subject.settings
                return {
                    "api_url": self.proxy.url,
                    "api_key": self.config["api_key"],
                    "customer_number": self.config["customer_number"],
                    "api_timeout_seconds": API_SECONDS,
                    "secrets": _replaced(settings.get("secrets") or {}, lambda name, _: f"{self.canary}-{name}"),
                    "config": _replaced(settings.get("config") or {}, lambda _, value: _at(erp_url, value)),
                    "job_params": settings.get("job_params") or {},
                }


        def _replaced(values: Any, change: Callable[[str, str], Any], name: str = "") -> Any:
            if isinstance(values, dict):
                return {key: _replaced(part, change, str(key)) for key, part in values.items()}
            if isinstance(values, list):
                return [_replaced(part, change, name) for part in values]
            return change(name, values) if isinstance(values, str) else values


        def _at(erp_url: str, value: str) -> str:
            """An address with the ERP in the box in place of the real one."""
            if not value.startswith(("http://", "https://")):
                return value
            _, _, path = value.partition("://")[2].partition("/")
            return f"{erp_url}/{path}".rstrip("/")

        """#
}
