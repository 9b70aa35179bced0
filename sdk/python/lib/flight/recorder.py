"""Writes a run to one file, line by line: a run that is killed leaves all of it but the last moment.

The file is JSON Lines: ``recording`` (what the run was given), ``asked`` and ``answered`` or ``failed`` by their number
``n``, ``not_covered``, ``ended`` (the result). An answer is written while the next one is waited for, or 50 ms later.
"""

from __future__ import annotations

import io
import json
import os
import random
import threading
import time
from collections import deque
from itertools import count
from typing import Any, Mapping

from ..masking import Masker
from . import guard, tap
from .cutting import Cutter
from .messages import parse_answer, parse_request

VERSION = 1
#: Of one body; what is longer is cut, and its replay ends there.
BODY_BYTES_MAX = 16 * 1024 * 1024
_FLUSH_SECONDS = 0.05
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode


class Exchange:
    """One request and its answer, as the bytes come."""

    __slots__ = ("address", "number", "sent", "received", "size", "error", "method", "is_asked", "asked_at", "ended_at")

    def __init__(self, address: tap.Address) -> None:
        self.address = address
        self.number = 0
        self.sent: list[bytes] = []
        self.received: list[bytes] = []
        self.size = 0
        self.error: BaseException | None = None
        self.method = ""
        self.is_asked = False
        self.asked_at = self.ended_at = 0.0


class FlightRecorder:
    """Records what goes over ``http.client``. It never fails a run: a full disk ends the recording, and says so."""

    def __init__(self, path: str, masker: Masker, log: Any) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        self._file: int | None = os.open(path, flags, 0o600)
        self._cutter = Cutter(masker)
        self._log = log
        self._started = time.time()
        self._numbers = count(1)
        self._ended: deque[Exchange] = deque()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._uncovered: set[str] = set()
        self._thread = threading.Thread(target=self._flush_now_and_then, name="nuntiq-recorder", daemon=True)

    def begin(self, given: Mapping[str, Any]) -> None:
        """Writes what the run was given, and records from now on."""
        seed = random.SystemRandom().getrandbits(64)
        random.seed(seed)
        head = {"version": VERSION, "started_at": self._started, "seed": seed, **given}
        self._write("recording", self._cutter.value(head))
        tap.install(self._socket)
        guard.watch(self._note_uncovered)
        self._thread.start()

    def end(self, outcome: Any, work_dir: str | None) -> None:
        """Writes how the run ended, and closes the file."""
        tap.remove()
        guard.watch(None)
        self._stop.set()
        self._thread.join(timeout=1.0)
        self._flush()
        self._write("ended", {"at": self._now(), "outcome": self._cutter.value(outcome), "work_dir": work_dir})
        self._close()

    # What happens on connections ------------------------------------------------------------------------------------

    def asked(self, exchange: Exchange) -> None:
        """Called when a request is on its way: now there is time."""
        exchange.is_asked = True
        exchange.asked_at = self._now()
        exchange.number = next(self._numbers)
        self._flush()
        request = parse_request(exchange.address.origin, b"".join(exchange.sent))
        exchange.sent.clear()
        exchange.method = request.method
        asked = {
            "n": exchange.number,
            "at": exchange.asked_at,
            "thread": threading.current_thread().name,
            "method": request.method,
            "url": self._cutter.url(request.url),
            "headers": self._cutter.headers(request.headers),
            "body": self._cutter.body(request.body, request.headers),
        }
        self._write("asked", asked)

    def ended(self, exchange: Exchange) -> None:
        """Called when an answer is over: it is written later."""
        exchange.ended_at = self._now()
        self._ended.append(exchange)

    def _socket(self, address: tap.Address, open_it: Any) -> Any:
        try:
            return _Socket(open_it(), address, self)
        except BaseException as error:
            self._note_refused(address, error)
            raise

    def _note_refused(self, address: tap.Address, error: BaseException) -> None:
        self._flush()
        told = {"n": next(self._numbers), "at": self._now(), "thread": threading.current_thread().name}
        told.update(connect=address.origin, **_error(error), message=self._cutter.value(str(error)))
        self._write("failed", told)

    def _note_uncovered(self, place: str) -> None:
        if place in self._uncovered:
            return
        self._uncovered.add(place)
        self._write("not_covered", {"at": self._now(), "what": self._cutter.value(place)})

    # The file -------------------------------------------------------------------------------------------------------

    def _now(self) -> float:
        return round(time.time() - self._started, 6)

    def _flush_now_and_then(self) -> None:
        while not self._stop.wait(_FLUSH_SECONDS):
            self._flush()

    def _flush(self) -> None:
        while self._ended:
            try:
                exchange = self._ended.popleft()
            except IndexError:
                return
            self._write_answer(exchange)

    def _write_answer(self, exchange: Exchange) -> None:
        answer = parse_answer(b"".join(exchange.received), exchange.method)
        told: dict[str, Any] = {"n": exchange.number, "at": exchange.ended_at}
        if answer is not None:
            told.update(status=answer.status, reason=answer.reason, headers=self._cutter.headers(answer.headers))
            told["body"] = self._cutter.body(answer.body, answer.headers)
        if exchange.size > BODY_BYTES_MAX:
            told["cut_after"] = BODY_BYTES_MAX
        if exchange.error is not None:
            told.update(_error(exchange.error), message=self._cutter.value(str(exchange.error)))
        elif answer is None or not (answer.is_whole or exchange.size > BODY_BYTES_MAX):
            told["error"] = "closed"
        self._write("failed" if "error" in told else "answered", told)

    def _write(self, kind: str, members: Mapping[str, Any]) -> None:
        text = _encode({kind: members}) + "\n"
        content = memoryview(text.encode("utf-8", "replace"))
        with self._lock:
            try:
                while self._file is not None and content:
                    content = content[os.write(self._file, content) :]
            except OSError as error:
                self._close()
                self._log.warn(f"The recording ends here, it cannot be written: {error}")

    def _close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


class _Socket:
    """A socket whose traffic is noted."""

    def __init__(self, real: Any, address: tap.Address, recorder: FlightRecorder) -> None:
        self._real = real
        self._address = address
        self._recorder = recorder
        self._exchange = Exchange(address)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def sendall(self, data: Any, *flags: int) -> None:
        if self._exchange.is_asked:
            self._exchange = Exchange(self._address)
        exchange = self._exchange
        if exchange.size <= BODY_BYTES_MAX:
            exchange.sent.append(bytes(data))
            exchange.size += len(exchange.sent[-1])
        try:
            self._real.sendall(data, *flags)
        except BaseException as error:
            self._fail(error)
            raise

    def makefile(self, *arguments: Any, **named: Any) -> io.BufferedReader:
        exchange = self._exchange
        if not exchange.is_asked:
            self._recorder.asked(exchange)
            exchange.size = 0
        return io.BufferedReader(_Source(self._real.makefile("rb", buffering=0), exchange, self._recorder))

    def close(self) -> None:
        if self._exchange.sent and not self._exchange.is_asked:
            self._fail(ConnectionAbortedError("closed before an answer was waited for"))
        self._real.close()

    def _fail(self, error: BaseException) -> None:
        exchange = self._exchange
        if not exchange.is_asked:
            self._recorder.asked(exchange)
            exchange.error = error
            self._recorder.ended(exchange)


class _Source(io.RawIOBase):
    """What an answer is read from."""

    def __init__(self, real: Any, exchange: Exchange, recorder: FlightRecorder) -> None:
        self._real = real
        self._exchange: Exchange | None = exchange
        self._recorder = recorder

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> Any:
        try:
            size = self._real.readinto(buffer)
        except BaseException as error:
            if self._exchange is not None and self._exchange.error is None:
                self._exchange.error = error
            raise
        exchange = self._exchange
        if size and exchange is not None:
            exchange.size += size
            if exchange.size <= BODY_BYTES_MAX:
                exchange.received.append(bytes(buffer[:size]))
        return size

    def close(self) -> None:
        if not self.closed:
            exchange, self._exchange = self._exchange, None
            if exchange is not None:
                self._recorder.ended(exchange)
            self._real.close()
        super().close()


def _error(error: BaseException) -> dict[str, Any]:
    told: dict[str, Any] = {"error": type(error).__name__}
    number = getattr(error, "errno", None)
    return {**told, "errno": number} if isinstance(number, int) else told
