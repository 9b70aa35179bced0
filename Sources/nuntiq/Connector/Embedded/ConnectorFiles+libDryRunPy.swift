// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/dry/run.py by Scripts/embed-assets; change that file, not this one.
    static let libDryRunPy = #"""
        """What a dry run holds back, in its order, and how it is told."""

        from __future__ import annotations

        import sys
        from typing import TYPE_CHECKING, Any, Callable, Mapping, Optional
        from urllib.parse import parse_qsl, urlsplit

        from .. import wire
        from ..flight import guard, tap
        from ..flight.messages import Answer, Request
        from ..flight.modes import Mode
        from .fields import Fields, fields_of, fields_of_body
        from .held import HeldBack, HeldSocket
        from .nuntiq import DryTransport
        from .table import told

        if TYPE_CHECKING:
            from ..context import JobContext
            from ..posting import Existing, Push

        #: Drivers that send by code of their own, which no one can hold back from here.
        _NATIVE = frozenset(
            "pyodbc psycopg psycopg2 cx_Oracle oracledb pymssql ibm_db MySQLdb hdbcli pyrfc win32com pycurl grpc".split()
        )
        #: What stands for the ERP's id.
        ERP_ID = "dry-run"


        class DryRun(Mode):
            """A run without a write."""

            def __init__(self, settings: Mapping[str, Any], is_json: bool) -> None:
                super().__init__(is_json)
                self._allowed = [str(each) for each in settings.get("allow") or ()]
                self._answer: Optional[Mapping[str, Any]] = settings.get("answer")
                self._postings: list[dict[str, Any]] = []
                self._calls: list[dict[str, Any]] = []
                self._reference: str | None = None
                self._transport: DryTransport | None = None
                self._mask_all: Callable[[Any], Any] = lambda value: value

            def begin(self, context: JobContext) -> None:
                self._mask_all = context.logger.masker.mask_all
                context.dry_run = self
                self._transport = DryTransport(context.api.transport, self._note)
                context.api.transport = self._transport
                tap.install(lambda address, open_it: HeldSocket(address, open_it, self._hold, self._may_go))
                guard.watch(self._refuse)

            def push(self, post: Callable[[Push], Optional[Existing]], push: Push) -> Optional[Existing]:
                """In place of ``post``: what it would send is held back and shown."""
                drivers = sorted(_NATIVE & {name.partition(".")[0] for name in sys.modules})
                before = len(self._postings)
                self._reference = push.reference
                answer: Optional[Existing] = ERP_ID
                if drivers:
                    self._posted("", "", [], f"not shown: {', '.join(drivers)} cannot be held back, so post was not called")
                    return answer
                try:
                    answer = post(push) or ERP_ID
                except HeldBack:
                    pass
                finally:
                    self._reference = None
                if len(self._postings) == before:
                    self._reference = push.reference
                    self._posted("", "", [], "post made no HTTP call")
                    self._reference = None
                return answer

            def end(self, context: JobContext, outcome: dict[str, Any], work_dir: str | None) -> tuple[str, int]:
                tap.remove()
                guard.watch(None)
                if outcome.get("error") == "HeldBack":
                    outcome = {"success": True, "stopped": outcome["message"]}
                report = {
                    **outcome,
                    "dry_run": {
                        "postings": self._postings,
                        "nuntiq": self._calls,
                        "reads": self._transport.reads if self._transport else 0,
                        "writes_sent": 0,
                    },
                }
                status = 0 if outcome["success"] is True else 1
                if self._is_json:
                    return self._text(report), status
                sys.stderr.write(told(report["dry_run"], outcome.get("stopped"), context.is_terminal))
                return self._text({**outcome, "dry_run": True}), status

            # What is held back ----------------------------------------------------------------------------------------------

            def _hold(self, request: Request) -> Answer:
                fields = [*_query(request.url), *fields_of_body(request.body, request.headers)]
                self._posted(request.method, request.url, fields)
                if self._answer is None or self._reference is not None:
                    raise HeldBack(
                        f"{request.method} {self._mask_all(request.url)} was held back, and what would be answered is not known. "
                        "Post with post_once, or say it in settings.json: dry_run.answer."
                    )
                body = wire.encode(self._answer.get("body", {}))
                status = int(self._answer.get("status") or 201)
                return Answer(status, "Held Back", [("Content-Type", "application/json")], body)

            def _posted(self, method: str, url: str, fields: Fields, note: str | None = None) -> None:
                posting: dict[str, Any] = {"reference": self._reference, "method": method, "url": url}
                posting["fields"] = [{"field": name, "value": value} for name, value in fields]
                self._postings.append(self._mask_all({**posting, "note": note} if note else posting))

            def _note(self, method: str, path: str, body: Any) -> None:
                fields = [{"field": name, "value": value} for name, value in fields_of(body)] if body else []
                self._calls.append(self._mask_all({"method": method, "path": path, "fields": fields}))

            def _refuse(self, place: str) -> None:
                raise HeldBack(f"{place} was not reached: a dry run lets nothing out but reads over HTTP.")

            def _may_go(self, method: str, url: str) -> bool:
                """For a login that is a POST: the one thing that settings.json can let through, by method and URL."""
                for each in self._allowed:
                    allowed_method, _, prefix = each.partition(" ")
                    if prefix and method == allowed_method and url.startswith(prefix):
                        return True
                return False


        def _query(url: str) -> Fields:
            return [(f"?{name}", value) for name, value in parse_qsl(urlsplit(url).query, keep_blank_values=True)]

        """#
}
