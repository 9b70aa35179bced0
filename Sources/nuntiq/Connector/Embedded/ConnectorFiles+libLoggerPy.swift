// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/logger.py by Scripts/embed-assets; change that file, not this one.
    static let libLoggerPy = #"""
        """The log of a run: lines on stderr for people, and entries for the job log of the API."""

        from __future__ import annotations

        import re
        import sys
        import threading
        import time
        from datetime import datetime, timezone
        from typing import TYPE_CHECKING, Any, TextIO

        from .errors import NuntiqError
        from .masking import Masker

        if TYPE_CHECKING:
            from .api_client import ApiClient

        #: Entries sent in one call, and kept while the API does not take them.
        _BATCH = 100
        _BUFFER = 10_000
        _SECONDS_BETWEEN_CALLS = 1.0
        _TEXT_CHARACTERS_MAX = 8_000
        # Controls, line ends, marks that turn the direction of writing, and halves of characters.
        _CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


        class Logger:
            """Writes ``2026-05-16 14:32:11 UTC [INFO] text`` to stderr; secrets never appear in it.

            ``step`` and ``detail`` go only to the structured log, which ``attach_api`` switches on.
            """

            def __init__(self, masker: Masker | None = None, stream: TextIO | None = None, api: ApiClient | None = None):
                self.masker = masker or Masker()
                self._stream = stream
                self._api = api
                self._sink: _JobLog | None = None
                self._lock = threading.Lock()

            def info(self, message: object, step: str | None = None, detail: Any = None) -> None:
                """What happened."""
                self._write("INFO", message, step, detail)

            def warn(self, message: object, step: str | None = None, detail: Any = None) -> None:
                """What someone should look at."""
                self._write("WARN", message, step, detail)

            def error(self, message: object, step: str | None = None, detail: Any = None) -> None:
                """What went wrong."""
                self._write("ERROR", message, step, detail)

            def debug(self, message: object, step: str | None = None, detail: Any = None) -> None:
                """What helps to find a fault."""
                self._write("DEBUG", message, step, detail)

            def attach_api(self, api: ApiClient | None = None) -> None:
                """From now on keeps the log in the API as well (``POST /v1/job/log``), in batches from one thread.

                A log that the API does not take never fails a run.
                """
                client = api or self._api
                if client is None:
                    raise ValueError("attach_api needs an ApiClient.")
                with self._lock:
                    if self._sink is None:
                        self._sink = _JobLog(client)

            def close(self) -> None:
                """Sends what is left; waits at most ten seconds for it."""
                with self._lock:
                    sink, self._sink = self._sink, None
                if sink:
                    sink.close()

            def _write(self, level: str, message: object, step: str | None, detail: Any) -> None:
                now = datetime.now(timezone.utc)
                text = _one_line(self.masker.mask(str(message)))
                line = f"{now:%Y-%m-%d %H:%M:%S} UTC [{level}] {text}\n"
                with self._lock:
                    stream = self._stream or sys.stderr
                    stream.write(line)
                    stream.flush()
                    sink = self._sink
                if sink:
                    entry = {"level": level, "message": text[:_TEXT_CHARACTERS_MAX], "at": now.isoformat()}
                    entry.update({"step": self.masker.mask(step)[:255]} if step else {})
                    entry.update({"detail": _detail(self.masker.mask_all(detail))} if detail is not None else {})
                    sink.put(entry)


        class _JobLog:
            """Sends entries from a thread of its own; a full buffer loses the oldest and says so."""

            def __init__(self, api: ApiClient) -> None:
                self._api = api
                self._entries: list[dict[str, Any]] = []
                self._lost = 0
                self._is_closing = False
                self._wake = threading.Condition()
                self._thread = threading.Thread(target=self._run, name="nuntiq-job-log", daemon=True)
                self._thread.start()

            def put(self, entry: dict[str, Any]) -> None:
                with self._wake:
                    if len(self._entries) >= _BUFFER:
                        self._entries.pop(0)
                        self._lost += 1
                    self._entries.append(entry)
                    self._wake.notify()

            def close(self) -> None:
                with self._wake:
                    self._is_closing = True
                    self._wake.notify()
                self._thread.join(timeout=10.0)

            def _run(self) -> None:
                while True:
                    with self._wake:
                        while not self._entries and not self._is_closing:
                            self._wake.wait()
                        batch, self._entries = self._entries[:_BATCH], self._entries[_BATCH:]
                        lost, self._lost = self._lost, 0
                        is_closing = self._is_closing
                    if not batch:
                        return
                    self._send(batch, lost)
                    if not is_closing:
                        time.sleep(_SECONDS_BETWEEN_CALLS)

            def _send(self, batch: list[dict[str, Any]], lost: int) -> None:
                if lost:
                    batch[0] = {**batch[0], "message": f"({lost} earlier entries were lost) {batch[0]['message']}"}
                try:
                    self._api.call("POST", "/v1/job/log", data=batch, timeout_seconds=10.0)
                except (NuntiqError, ValueError) as error:
                    sys.stderr.write(f"The job log was not taken: {_one_line(str(error))}\n")


        def _one_line(text: str) -> str:
            """The text on one line: nobody writes a log line that the connector did not write."""
            return _CONTROLS.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


        def _detail(value: Any) -> Any:
            """What JSON can say of ``value``."""
            if value is None or isinstance(value, (str, bool, int)):
                return value[:_TEXT_CHARACTERS_MAX] if isinstance(value, str) else value
            if isinstance(value, dict):
                return {str(key): _detail(part) for key, part in value.items()}
            if isinstance(value, (list, tuple)):
                return [_detail(part) for part in value]
            return str(value)

        """#
}
