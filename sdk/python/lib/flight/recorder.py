"""Notes what a run does on its connections, and hands it as it is to a process that writes the recording.

The run spends microseconds a call; secrets are cut out beside it (``lib.flight.writer``). What was handed over is
written also when the run is killed.
"""

from __future__ import annotations

import io
import json
import os
import pickle
import random
import subprocess
import sys
import threading
import time
from itertools import count
from pathlib import Path
from typing import Any, Callable, Mapping

from ..masking import Masker
from . import guard, tap
from .ring import RingInlet, new_ring

VERSION = 1
#: Of one body; what is longer is cut, and its replay ends there.
BODY_BYTES_MAX = 16 * 1024 * 1024
#: How long the end of a run waits for the last of its recording.
_WRITTEN_WITHIN_SECONDS = 30.0
_PICKLE_PROTOCOL = 5
_NOT_WRITTEN = "The recording is not whole: it cannot be written."
#: Without the folders and settings of whoever starts it: its only input is the run.
_WRITER = "import sys; sys.path.insert(0, sys.argv[1]); from lib.flight.writer import main; main()"
_SDK = str(Path(__file__).resolve().parents[2])


class Exchange:
    """One request and its answer, as the bytes come."""

    __slots__ = ("address", "number", "sent", "received", "size", "error", "is_asked")

    def __init__(self, address: tap.Address) -> None:
        self.address = address
        self.number = 0
        self.sent: list[bytes] = []
        self.received: list[bytes] = []
        self.size = 0
        self.error: BaseException | None = None
        self.is_asked = False


class FlightRecorder:
    """Records what goes over ``http.client``. It never fails a run: a full disk ends the recording, and says so."""

    def __init__(self, path: str, masker: Masker, log: Any) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        self._masker = masker
        self._log = log
        self._started = time.time()
        self._numbers = count(1)
        self._lock = threading.Lock()
        self._uncovered: set[str] = set()
        self._is_over = False
        self._hold: int | None = None
        file = os.open(path, flags, 0o600)
        ring = new_ring()
        try:
            self._inlet = RingInlet(ring)
            self._writer = self._start_writer(ring, file)
        finally:
            os.close(ring)
            os.close(file)

    def begin(self, given: Mapping[str, Any]) -> None:
        """Writes what the run was given, and records from now on."""
        seed = random.SystemRandom().getrandbits(64)
        random.seed(seed)
        self._tell(self._masker)
        head = {"version": VERSION, "started_at": self._started, "seed": seed, **given}
        self._tell(("recording", plain(head)))
        tap.install(self._socket)
        guard.watch(self._note_uncovered)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._leave)

    def end(self, outcome: Any, work_dir: str | None) -> None:
        """Writes how the run ended, and waits until all of it is written."""
        tap.remove()
        guard.watch(None)
        self._tell(("ended", {"at": self._now(), "outcome": plain(outcome), "work_dir": work_dir}))
        if not self._close():
            self._log.warn(_NOT_WRITTEN)

    # What happens on connections ------------------------------------------------------------------------------------

    def asked(self, exchange: Exchange) -> None:
        """Called when a request is on its way: now there is time."""
        exchange.is_asked = True
        exchange.number = next(self._numbers)
        sent = b"".join(exchange.sent)
        exchange.sent.clear()
        thread = threading.current_thread().name
        self._tell(("asked", exchange.number, self._now(), thread, exchange.address.origin, sent))

    def ended(self, exchange: Exchange) -> None:
        """Called when an answer is over."""
        is_cut = exchange.size > BODY_BYTES_MAX
        received = b"".join(exchange.received)
        error = None if exchange.error is None else _error(exchange.error)
        self._tell(("ended_call", exchange.number, self._now(), received, is_cut, error))

    def _socket(self, address: tap.Address, open_it: Any) -> Any:
        try:
            return _Socket(open_it(), address, self)
        except BaseException as error:
            told = {"n": next(self._numbers), "at": self._now(), "thread": threading.current_thread().name}
            self._tell(("failed", {**told, "connect": address.origin, **_error(error)}))
            raise

    def _note_uncovered(self, place: str) -> None:
        if place not in self._uncovered:
            self._uncovered.add(place)
            self._tell(("not_covered", {"at": self._now(), "what": place}))

    # The process that writes ----------------------------------------------------------------------------------------

    def _start_writer(self, ring: int, file: int) -> subprocess.Popen[bytes]:
        held, hold = os.pipe()
        self._hold = hold
        try:
            # In a session of its own it outlives a killed run by what is left to write.
            return subprocess.Popen(
                [sys.executable, "-I", "-c", _WRITER, _SDK, str(ring)],
                stdin=held, stdout=file, pass_fds=[ring], cwd="/", start_new_session=True,
            )
        except BaseException:
            self._let_go()
            raise
        finally:
            os.close(held)

    def _tell(self, entry: object) -> None:
        content = pickle.dumps(entry, _PICKLE_PROTOCOL)
        with self._lock:
            if self._is_over or self._inlet.put(content, self._is_taken):
                return
            self._is_over = True
        # Outside the lock: the log itself may go over a connection that is recorded.
        self._log.warn(_NOT_WRITTEN)

    def _is_taken(self) -> bool:
        return self._writer.poll() is None

    def _leave(self) -> None:
        """In a process that the run forks: the ring has one inlet, and the recording ends with the run alone."""
        self._lock = threading.Lock()  # perhaps held by a thread that is not here
        self._is_over = True
        self._let_go()

    def _let_go(self) -> None:
        if self._hold is not None:
            os.close(self._hold)
            self._hold = None

    def _close(self) -> bool:
        """Ends the recording; whether all of it is written."""
        with self._lock:
            was_over, self._is_over = self._is_over, True
        self._let_go()
        try:
            return self._writer.wait(_WRITTEN_WITHIN_SECONDS) == 0 or was_over
        except subprocess.TimeoutExpired:
            return False
        finally:
            self._inlet.close()

    def _now(self) -> float:
        return round(time.time() - self._started, 6)


class _Socket:
    """A socket whose traffic is noted."""

    def __init__(self, real: Any, address: tap.Address, recorder: FlightRecorder) -> None:
        self._real = real
        self._address = address
        self._recorder = recorder
        self._exchange = Exchange(address)
        self._sources = 0
        self._is_closed = False

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
        self._sources += 1
        return io.BufferedReader(_Source(self._real.recv_into, exchange, self._is_over))

    def close(self) -> None:
        """As with any socket, whoever reads an answer reads it to its end."""
        if self._exchange.sent and not self._exchange.is_asked:
            self._fail(ConnectionAbortedError("closed before an answer was waited for"))
        self._is_closed = True
        if not self._sources:
            self._real.close()

    def _is_over(self, exchange: Exchange) -> None:
        self._recorder.ended(exchange)
        self._sources -= 1
        if self._is_closed and not self._sources:
            self._real.close()

    def _fail(self, error: BaseException) -> None:
        exchange = self._exchange
        if not exchange.is_asked:
            self._recorder.asked(exchange)
            exchange.error = error
            self._recorder.ended(exchange)


class _Source(io.RawIOBase):
    """What an answer is read from; in the place of ``socket.SocketIO``, so that noting adds no step of its own."""

    def __init__(
        self, receive: Callable[[Any], int], exchange: Exchange, is_over: Callable[[Exchange], None]
    ) -> None:
        self._receive = receive
        self._exchange = exchange
        self._is_over = is_over

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        exchange = self._exchange
        try:
            size = self._receive(buffer)
        except BaseException as error:
            exchange.error = exchange.error or error
            raise
        if size:
            exchange.size += size
            if exchange.size <= BODY_BYTES_MAX:
                exchange.received.append(bytes(buffer[:size]))
        return size

    def close(self) -> None:
        if not self.closed:
            super().close()
            self._is_over(self._exchange)


def plain(value: Any) -> Any:
    """As JSON has it: the writer knows nothing of the connector's own types."""
    return json.loads(json.dumps(value, default=str))


def _error(error: BaseException) -> dict[str, Any]:
    told: dict[str, Any] = {"error": type(error).__name__, "message": str(error)}
    number = getattr(error, "errno", None)
    return {**told, "errno": number} if isinstance(number, int) else told
