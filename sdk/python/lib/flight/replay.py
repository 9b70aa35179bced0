"""Runs a connector on a recording: no network, no server, the same end, or where it asks something else first."""

from __future__ import annotations

import io
import re
import socket
import threading
from typing import Any, Mapping

from ..errors import ConnectorError
from ..masking import Masker
from .clock import ReplayClock
from .compare import Comparison
from .cutting import Cutter
from .messages import Answer, Request, parse_request
from .recorder import plain
from .recording import BACKGROUND_THREADS, Call, Recording, body_bytes, is_in_background
from .stops import RecordingOver, ReplayDiverged
from .tap import Address, ReplySource

_LEASE = re.compile(r"/v1/invoices/([0-9a-fA-F-]{36})/lease$")


class Replay:
    """Answers as the recording says."""

    def __init__(self, recording: Recording, secrets: Mapping[str, Any]) -> None:
        self.recording = recording
        head = recording.head
        self.clock = ReplayClock(float(head["started_at"]))
        #: Where it first asked something else: ``{call, expected, got, where}``.
        self.difference: dict[str, Any] | None = None
        self.lost_leases: list[str] = []
        self._cutter = Cutter(Masker([secrets]))
        self._calls = [call for call in recording.calls if not call.is_in_background]
        self._background = [call for call in recording.calls if call.is_in_background]
        self._is_done = [False] * len(self._calls)
        self._has_threads = len({call.thread for call in self._calls}) > 1
        self._lock = threading.Lock()
        last = max((call.ended_at or call.at for call in recording.calls), default=0.0)
        ended = max(last, float((recording.ended or {}).get("at") or 0))
        self._comparison = Comparison(self._moment(0), self._moment(ended), self._is_known)
        self._answers: str | None = None

    @property
    def replayed(self) -> int:
        """How many calls of the connector's were answered."""
        return sum(self._is_done)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._calls)

    def socket(self, address: Address, _: Any) -> _Socket:
        """The socket of a connection; nothing is opened."""
        with self._lock:
            place = self._next()
            call = self._calls[place] if place is not None else None
            is_ours = threading.current_thread().name not in BACKGROUND_THREADS
            if call is not None and place is not None and is_ours and call.refused == address.origin:
                self._pass(place)
                raise _exception(call.error or {})
        return _Socket(address, self)

    def refuse(self, place: str) -> None:
        """For what is no call of ``http.client``: it was not recorded."""
        raise self._diverge(
            self._next(), place, f"{place} was reached by something else than HTTP: that is not recorded"
        )

    def answer(self, request: Request) -> ReplySource:
        """What came back to that request."""
        with self._lock:
            if is_in_background(request.method, request.url):
                return self._answer_in_background(request)
            if self.difference is not None:
                raise ReplayDiverged("The replay is over.")
            place = self._find(request)
            call = self._calls[place]
            self._pass(place)
        if call.error is None and call.answer is None:
            raise RecordingOver(f"The recorded run ended while call {call.number} ({call}) was waited for.")
        if call.is_cut:
            raise RecordingOver(f"The answer to call {call.number} ({call}) was too long to be recorded.")
        content = call.answer.wire() if call.answer else b""
        if call.error is None or call.error["error"] == "closed":
            return ReplySource(content)
        return ReplySource(content, _exception(call.error))

    def compare_outcomes(self, outcome: Mapping[str, Any], work_dir: str | None) -> str | None:
        """How the end differs from the recorded one; ``None`` when it is the same."""
        ended = self.recording.ended
        if ended is None:
            return "the recorded run was killed, it has no end"
        expected = _without(ended["outcome"], ended.get("work_dir"))
        return self._comparison.difference(expected, _without(plain(outcome), work_dir), "result")

    # Which call it is -----------------------------------------------------------------------------------------------

    def _find(self, request: Request) -> int:
        got = {
            "method": request.method,
            "url": self._cutter.url(request.url),
            "body": self._cutter.body(request.body, request.headers),
        }
        first = self._next()
        if first is None:
            raise self._over(got)
        where = self._difference(first, got)
        if where is None:
            return first
        if self._has_threads:
            for place, is_done in enumerate(self._is_done):
                if not is_done and self._difference(place, got) is None:
                    return place
        raise self._diverge(first, f"{got['method']} {got['url']}", where)

    def _difference(self, place: int, got: dict[str, Any]) -> str | None:
        call = self._calls[place]
        if call.refused is not None:
            return f"expected {call}"
        expected = {"method": call.method, "url": call.url, "body": call.body}
        if isinstance(call.body, dict) and isinstance(got["body"], dict):
            # What is no text is compared by its bytes, where only the marks between parts are made up.
            pairs = [body_bytes(each["body"]).decode("latin-1") for each in (expected, got)]
            expected, got = {**expected, "body": pairs[0]}, {**got, "body": pairs[1]}
        return self._comparison.difference_of_calls(expected, got)

    def _next(self) -> int | None:
        return next((place for place, is_done in enumerate(self._is_done) if not is_done), None)

    def _pass(self, place: int) -> None:
        call = self._calls[place]
        self._is_done[place] = True
        self.clock.move_to(self._moment(call.ended_at or call.at))
        for other in self._background:
            found = _LEASE.search(other.url)
            is_refused = other.answer is not None and other.answer.status == 409
            if found and is_refused and other.number < call.number and other.thread in BACKGROUND_THREADS:
                self.lost_leases.append(found.group(1))

    def _over(self, got: dict[str, Any]) -> BaseException:
        if self.recording.ended is None:
            return RecordingOver("The recorded run was killed before it asked that.")
        return self._diverge(None, f"{got['method']} {got['url']}", "the recorded run asked nothing more")

    def _diverge(self, place: int | None, got: str, where: str) -> ReplayDiverged:
        call = self._calls[place] if place is not None else None
        self.difference = {
            "call": call.number if call else len(self.recording.calls) + 1,
            "expected": str(call) if call else "the end of the run",
            "got": got,
            "where": where,
        }
        return ReplayDiverged(f"Call {self.difference['call']} is another one: {where}.")

    def _answer_in_background(self, request: Request) -> ReplySource:
        """Heartbeats and the job log: at another time each run, so answered whenever they come."""
        wanted = f"{request.method} {request.url}"
        for call in self._background:
            if str(call) == wanted and call.thread not in BACKGROUND_THREADS and call.answer:
                self._background.remove(call)
                return ReplySource(call.answer.wire())
        body = b'{"lease_expires_at":"2999-01-01T00:00:00Z","idempotent":true}'
        return ReplySource(Answer(200, "OK", [("Content-Type", "application/json")], body).wire())

    def _is_known(self, identifier: str) -> bool:
        if self._answers is None:
            bodies = [call.answer.body.decode("utf-8", "replace") for call in self.recording.calls if call.answer]
            self._answers = "\n".join([*bodies, str(self.recording.head)]).lower()
        return identifier.lower() in self._answers

    def _moment(self, at: float) -> float:
        return float(self.recording.head["started_at"]) + at


class _Socket:
    """A socket that is answered from the recording."""

    def __init__(self, address: Address, replay: Replay) -> None:
        self._address = address
        self._replay = replay
        self._sent: list[bytes] = []
        self._handle: tuple[socket.socket, socket.socket] | None = None

    def sendall(self, data: Any, *_: int) -> None:
        self._sent.append(bytes(data))

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        request = parse_request(self._address.origin, b"".join(self._sent))
        self._sent.clear()
        return io.BufferedReader(self._replay.answer(request))

    def fileno(self) -> int:
        # Something to be polled: it never has anything to read.
        self._handle = self._handle or socket.socketpair()
        return self._handle[0].fileno()

    def settimeout(self, _: float | None) -> None:
        pass

    def gettimeout(self) -> float | None:
        return None

    def setsockopt(self, *_: Any) -> None:
        pass

    def shutdown(self, _: int) -> None:
        pass

    def close(self) -> None:
        for each in self._handle or ():
            each.close()
        self._handle = None


def placeholders(shape: Any, name: str = "secret") -> Any:
    """Values in the places of the secrets that were cut out."""
    if isinstance(shape, dict):
        return {key: placeholders(part, str(key)) for key, part in shape.items()}
    if isinstance(shape, list):
        return [placeholders(part, f"{name}-{at}") for at, part in enumerate(shape)]
    return f"replayed-{name}" if isinstance(shape, str) else shape


def shape_of(secrets: Any) -> Any:
    """What secrets look like, without one of them."""
    if isinstance(secrets, dict):
        return {str(key): shape_of(part) for key, part in secrets.items()}
    if isinstance(secrets, (list, tuple)):
        return [shape_of(part) for part in secrets]
    return "" if isinstance(secrets, str) else None if secrets is None else type(secrets)(0)


def config_of(recording: Recording) -> dict[str, Any]:
    """The configuration of the recorded run, with placeholders for its secrets."""
    head = recording.head
    config = {name: head.get(name) for name in ("api_url", "customer_number", "config", "job_params")}
    credential = "job_token" if head.get("credential") == "job_token" else "api_key"
    if not isinstance(head.get("key"), str):
        raise ConnectorError("The recording does not say which connector it is of.")
    return {**config, credential: "replayed-credential", "secrets": placeholders(head.get("secrets") or {})}


def _without(value: Any, work_dir: str | None) -> Any:
    """The same with the run's folder, which is another each time, under one name."""
    if isinstance(value, str):
        return value.replace(work_dir, "<work_dir>") if work_dir else value
    if isinstance(value, dict):
        return {key: _without(part, work_dir) for key, part in value.items()}
    return [_without(part, work_dir) for part in value] if isinstance(value, list) else value


def _exception(told: Mapping[str, Any]) -> BaseException:
    """The error of a connection as it was raised."""
    from ..push_limit import PushTimedOut

    name, number, message = str(told.get("error")), told.get("errno"), str(told.get("message") or "")
    if name == "PushTimedOut":
        return PushTimedOut(message)
    if name in ("timeout", "TimeoutError", "socket.timeout") and not number:
        return socket.timeout(message or "timed out")
    if name == "gaierror":
        return socket.gaierror(number, message)
    return OSError(number, message) if number else ConnectionResetError(message or name)
