"""The process beside a run that cuts its secrets out and writes the recording, line by line.

The file is JSON Lines: ``recording`` (what the run was given), ``asked`` and ``answered`` or ``failed`` by their number
``n``, ``not_covered``, ``ended`` (the result). It ends with the run, however that ended.
"""

from __future__ import annotations

import io
import json
import os
import pickle
import signal
import sys
from typing import Any, BinaryIO, Mapping

from .cutting import Cutter
from .messages import parse_answer, parse_request
from .recorder import BODY_BYTES_MAX
from .ring import RingOutlet

_READ_BYTES = 1024 * 1024
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode


class RecordingWriter:
    """Takes what ``FlightRecorder`` tells, in its order."""

    def __init__(self, cutter: Cutter, file: int) -> None:
        self._cutter = cutter
        self._file = file
        self._methods: dict[int, str] = {}

    def take(self, kind: str, *told: Any) -> None:
        """Writes one entry. Raises ``OSError`` when it cannot be written."""
        if kind == "asked":
            self._asked(*told)
        elif kind == "ended_call":
            self._ended_call(*told)
        else:
            self._write(kind, self._cutter.value(told[0]))

    def _asked(self, number: int, at: float, thread: str, origin: str, sent: bytes) -> None:
        request = parse_request(origin, sent)
        self._methods[number] = request.method
        asked = {
            "n": number,
            "at": at,
            "thread": thread,
            "method": request.method,
            "url": self._cutter.url(request.url),
            "headers": self._cutter.headers(request.headers),
            "body": self._cutter.body(request.body, request.headers),
        }
        self._write("asked", asked)

    def _ended_call(
        self, number: int, at: float, received: bytes, is_cut: bool, error: Mapping[str, Any] | None
    ) -> None:
        answer = parse_answer(received, self._methods.pop(number, ""))
        told: dict[str, Any] = {"n": number, "at": at}
        if answer is not None:
            told.update(status=answer.status, reason=answer.reason, headers=self._cutter.headers(answer.headers))
            told["body"] = self._cutter.body(answer.body, answer.headers)
        if is_cut:
            told["cut_after"] = BODY_BYTES_MAX
        if error is not None:
            told.update(self._cutter.value(error))
        elif answer is None or not (answer.is_whole or is_cut):
            told["error"] = "closed"
        self._write("failed" if "error" in told else "answered", told)

    def _write(self, kind: str, members: Mapping[str, Any]) -> None:
        content = memoryview((_encode({kind: members}) + "\n").encode("utf-8", "replace"))
        while content:
            content = content[os.write(self._file, content) :]


def main() -> None:
    """Reads a run from a ring, until stdin ends, and writes its recording to stdout."""
    # Whoever stops the run stops it; this process ends when the run's end of the pipe is closed.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    outlet = RingOutlet(int(sys.argv[2]), sys.stdin.fileno())
    try:
        _stand_back()
        _write_all(io.BufferedReader(outlet, _READ_BYTES), sys.stdout.fileno())
    except Exception as error:  # its text may hold what was to be cut out, that of the system does not
        reason = str(error) if isinstance(error, OSError) else type(error).__name__
        outlet.refuse()
        print(f"nuntiq: the recording cannot be written: {reason}", file=sys.stderr)
        sys.exit(1)


def _stand_back() -> None:
    """Lets the run have the processor first, where the system knows of such a thing."""
    if hasattr(os, "sched_setscheduler"):
        try:
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
        except OSError:
            pass


def _write_all(told: BinaryIO, file: int) -> None:
    try:
        writer = RecordingWriter(Cutter(pickle.load(told)), file)
        while True:
            writer.take(*pickle.load(told))
    except (EOFError, pickle.UnpicklingError):
        return  # a run that is killed in the middle of an entry leaves a part of it
