// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/delta.py by Scripts/embed-assets; change that file, not this one.
    static let libDeltaPy = #"""
        """Runs that go on where the last one ended: the cursor of a stream of the API."""

        from __future__ import annotations

        from contextlib import contextmanager
        from datetime import datetime, timedelta, timezone
        from decimal import Decimal, InvalidOperation
        from typing import TYPE_CHECKING, Any, Iterator, Mapping, Union
        from urllib.parse import quote

        from . import checks
        from .errors import Conflict, CursorNotSet, DeltaRunBusy, Unprocessable

        if TYPE_CHECKING:
            from .context import JobContext

        CURSOR_TYPES = ("timestamp_utc", "numeric_id", "opaque_token")
        Cursor = Union[str, int, datetime]
        _ERROR_CHARACTERS_MAX = 2_000


        class DeltaRun:
            """One run of a stream.

            ``lower_bound_cursor`` is where to begin, ``None`` the first time; set ``records_processed`` and ``metadata``.
            """

            def __init__(self, lower_bound_cursor: str | None, committed_cursor: str | None, run_token: str | None) -> None:
                self.lower_bound_cursor = lower_bound_cursor
                self.committed_cursor = committed_cursor
                self.records_processed: int | None = None
                self.metadata: dict[str, Any] | None = None
                self.new_cursor: str | None = None
                self._run_token = run_token

            def set_new_cursor(self, cursor: Cursor | None) -> None:
                """Where the next run begins. ``None``, when there was nothing new, keeps the cursor that stands."""
                if cursor is None:
                    cursor = self.committed_cursor
                    if cursor is None:
                        raise ValueError("The first run must set a cursor.")
                self.new_cursor = _cursor_text(cursor)


        @contextmanager
        def delta_run(
            context: JobContext,
            connector_name: str,
            stream_name: str,
            cursor_type: str = "timestamp_utc",
            overlap: timedelta | int | float | None = None,
            stuck_after: timedelta = timedelta(minutes=60),
        ) -> Iterator[DeltaRun]:
            """A run of ``stream_name`` (the kind of data) of ``connector_name`` (the instance).

            Its clean exit commits ``set_new_cursor``, an exception leaves the cursor where it was. ``overlap`` begins earlier
            than the cursor, by a time or a number. Raises ``DeltaRunBusy`` while another run is younger than ``stuck_after``,
            and ``CursorNotSet``.
            """
            checks.one_of("cursor_type", cursor_type, CURSOR_TYPES)
            names = checks.text("connector_name", connector_name), checks.text("stream_name", stream_name)
            path = "/v1/delta/streams/" + "/".join(quote(name, safe="") for name in names)
            state = context.api.get(path)
            _require_not_busy(state, stuck_after, names)
            begun = context.api.call("POST", f"{path}/begin", data={"cursor_type": cursor_type}, repeatable=True)
            committed = begun.get("committed_cursor_value")
            run = DeltaRun(_earlier(committed, cursor_type, overlap), committed, begun.get("run_token"))
            try:
                yield run
                if run.new_cursor is None:
                    raise CursorNotSet(f"The run of {stream_name} ended without set_new_cursor.")
            except BaseException as error:
                _fail(context, path, run, error)
                raise
            _complete(context, path, run)


        def _require_not_busy(state: Mapping[str, Any], stuck_after: timedelta, names: tuple[str, str]) -> None:
            """``running`` and younger than ``stuck_after`` is busy; older is taken over."""
            if state.get("status") != "running" or not state.get("started_at_utc"):
                return
            age = datetime.now(timezone.utc) - _time(str(state["started_at_utc"]))
            if age < stuck_after:
                raise DeltaRunBusy(f"{names[0]}/{names[1]} is running since {state['started_at_utc']}.")
            return


        def _complete(context: JobContext, path: str, run: DeltaRun) -> None:
            body = _body(run, {"new_cursor_value": run.new_cursor, "records_processed": run.records_processed})
            try:
                context.api.call("POST", f"{path}/complete", data=body, repeatable=True)
            except Unprocessable as refusal:
                # A repeated call after a lost answer: an opaque cursor equal to what is committed is refused as no advance.
                if refusal.attempts > 1 and _is_committed(context.api.get(path), run):
                    return
                _fail(context, path, run, refusal)
                raise


        def _is_committed(state: Mapping[str, Any], run: DeltaRun) -> bool:
            return state.get("status") == "succeeded" and state.get("committed_cursor_value") == run.new_cursor


        def _fail(context: JobContext, path: str, run: DeltaRun, error: BaseException) -> None:
            summary = context.logger.masker.mask(f"{type(error).__name__}: {error}")[:_ERROR_CHARACTERS_MAX]
            body = _body(run, {"error_summary": summary, "records_processed": run.records_processed})
            try:
                context.api.call("POST", f"{path}/fail", data=body, repeatable=True)
            except Conflict:
                context.logger.warn("A later run has taken the stream over.", step="delta_run")
            except Exception as second:  # the first error is what the caller must see
                context.logger.warn(f"The failed run could not be reported: {second}", step="delta_run")


        def _body(run: DeltaRun, members: Mapping[str, Any]) -> dict[str, Any]:
            body = {**members, "metadata": run.metadata, "run_token": run._run_token}
            return {name: value for name, value in body.items() if value is not None}


        def _cursor_text(cursor: Cursor) -> str:
            if isinstance(cursor, datetime):
                moment = cursor if cursor.tzinfo else cursor.replace(tzinfo=timezone.utc)
                return moment.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
            if isinstance(cursor, bool) or not isinstance(cursor, (str, int)) or cursor == "":
                raise ValueError(f"A cursor is a text, an integer or a datetime, not {cursor!r}.")
            return str(cursor)


        def _earlier(committed: str | None, cursor_type: str, overlap: timedelta | int | float | None) -> str | None:
            """The cursor, moved back by the overlap."""
            if committed is None or not overlap:
                return committed
            if cursor_type == "timestamp_utc":
                back = overlap if isinstance(overlap, timedelta) else timedelta(seconds=overlap)
                return _cursor_text(_time(committed) - back)
            if cursor_type == "numeric_id" and not isinstance(overlap, timedelta):
                try:
                    return format(Decimal(committed) - Decimal(str(overlap)), "f")
                except InvalidOperation as error:
                    raise ValueError(f"The cursor is no number: {committed!r}.") from error
            raise ValueError(f"A cursor of type {cursor_type} has no overlap of {overlap!r}.")


        def _time(text: str) -> datetime:
            """ISO 8601 with any number of fraction digits and ``Z``, which Python before 3.11 does not read."""
            text = text.strip().replace(" ", "T").replace("Z", "+00:00")
            head, dot, tail = text.partition(".")
            if dot:
                digits = tail[: len(tail) - len(tail.lstrip("0123456789"))]
                text = f"{head}.{digits[:6]:0<6}{tail[len(digits):]}"
            moment = datetime.fromisoformat(text)
            return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)

        """#
}
