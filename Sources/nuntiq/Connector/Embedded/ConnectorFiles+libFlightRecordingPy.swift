// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/flight/recording.py by Scripts/embed-assets; change that file, not this one.
    static let libFlightRecordingPy = #"""
        """Reads what the flight recorder wrote; a last line that is cut short is left out."""

        from __future__ import annotations

        import base64
        import json
        import re
        from dataclasses import dataclass, field
        from typing import Any
        from urllib.parse import urlsplit

        from ..errors import ConnectorError
        from .messages import Answer
        from .recorder import VERSION

        #: What the SDK sends from threads of its own, at times of their own.
        _IN_BACKGROUND = re.compile(r"POST .*/v1/(job/log|invoices/[0-9a-fA-F-]{36}/lease)$")
        BACKGROUND_THREADS = frozenset({"nuntiq-leases", "nuntiq-job-log"})


        @dataclass
        class Call:
            """One request of the recorded run, with what came back."""

            number: int
            at: float
            thread: str
            method: str = ""
            url: str = ""
            headers: list[tuple[str, str]] = field(default_factory=list)
            body: Any = None
            #: What the call came to: an answer, an error, or neither, when the run ended before.
            answer: Answer | None = None
            error: dict[str, Any] | None = None
            ended_at: float | None = None
            #: The origin of a connection that could not be made; then there was no request.
            refused: str | None = None
            is_cut: bool = False

            @property
            def is_in_background(self) -> bool:
                """Whether its moment is not the connector's."""
                if self.refused is not None:
                    return self.thread in BACKGROUND_THREADS
                return is_in_background(self.method, self.url)

            def __str__(self) -> str:
                return f"a connection to {self.refused}" if self.refused else f"{self.method} {self.url}"


        @dataclass
        class Recording:
            """A recorded run."""

            head: dict[str, Any]
            calls: list[Call] = field(default_factory=list)
            not_covered: list[str] = field(default_factory=list)
            #: ``{at, outcome, work_dir}``; ``None`` for a run that was killed.
            ended: dict[str, Any] | None = None


        def is_in_background(method: str, url: str) -> bool:
            """Whether such a call comes from a thread of the SDK."""
            return _IN_BACKGROUND.match(f"{method} {urlsplit(url).path}") is not None


        def body_bytes(body: Any) -> bytes:
            """A body as it was."""
            if body is None:
                return b""
            return base64.b64decode(body["base64"]) if isinstance(body, dict) else str(body).encode("utf-8", "replace")


        def read_recording(path: str) -> Recording:
            """Raises ``ConnectorError`` for what is no recording."""
            recording: Recording | None = None
            calls: dict[int, Call] = {}
            try:
                with open(path, encoding="utf-8") as file:
                    for line in file:
                        kind, members = _entry(line)
                        if kind == "recording":
                            recording = Recording(members)
                        elif recording is not None:
                            _take(recording, calls, kind, members)
            except (OSError, UnicodeDecodeError) as error:
                raise ConnectorError(f"The recording cannot be read: {error}") from error
            if recording is None:
                raise ConnectorError(f"{path} is no recording of a run.")
            if recording.head.get("version") != VERSION:
                raise ConnectorError(f"{path} was written by another version of the SDK.")
            recording.calls = sorted(calls.values(), key=lambda call: call.number)
            return recording


        def _entry(line: str) -> tuple[str, dict[str, Any]]:
            try:
                ((kind, members),) = json.loads(line).items()
                return str(kind), dict(members)
            except (ValueError, AttributeError, TypeError):
                return "", {}  # cut short by a kill


        def _take(recording: Recording, calls: dict[int, Call], kind: str, members: dict[str, Any]) -> None:
            if kind == "not_covered":
                recording.not_covered.append(str(members.get("what")))
            elif kind == "ended":
                recording.ended = members
            elif kind == "asked":
                calls[members["n"]] = Call(
                    members["n"], members["at"], members["thread"], members["method"], members["url"],
                    [(name, value) for name, value in members["headers"]], members["body"],
                )
            elif kind in ("answered", "failed"):
                number = members["n"]
                call = calls.setdefault(number, Call(number, members["at"], str(members.get("thread"))))
                call.refused = members.get("connect")
                call.ended_at = members["at"]
                call.is_cut = "cut_after" in members
                if "status" in members:
                    headers = [(name, value) for name, value in members["headers"]]
                    body = body_bytes(members["body"])
                    call.answer = Answer(members["status"], members["reason"], headers, body, kind == "answered")
                if kind == "failed":
                    call.error = {name: members.get(name) for name in ("error", "errno", "message")}

        """#
}
