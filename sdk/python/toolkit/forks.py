"""Runs connectors as processes that are ready at once: a process with the SDK loaded forks for each run.

``python3 -m toolkit.forks IN OUT`` reads ``{arguments, output, errors}`` line by line from one file descriptor, and writes
``{pid}`` and then ``{status}`` to the other.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parents[1]


class Running:
    """A run that was begun."""

    def __init__(self, answers: Any, pid: int) -> None:
        self.pid = pid
        self._answers = answers
        self._status: int | None = None

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Sends it a signal; it may be over by now."""
        try:
            os.kill(self.pid, number)
        except ProcessLookupError:
            pass

    def wait(self) -> int:
        """Its exit status; negative for a signal."""
        if self._status is None:
            self._status = int(json.loads(self._answers.readline())["status"])
        return self._status


class Forks:
    """A process that forks for runs, one at a time."""

    def __init__(self, project: str) -> None:
        ask, self._ask = os.pipe()
        answers, answer = os.pipe()
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": f"{_HERE}{os.pathsep}{project}"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "toolkit.forks", str(ask), str(answer)],
            pass_fds=(ask, answer), cwd=project, env=environment, stdin=subprocess.DEVNULL,
        )
        os.close(ask)
        os.close(answer)
        self._answers = os.fdopen(answers, encoding="utf-8")
        self._answers.readline()  # it is ready

    def start(self, arguments: list[str], output: str, errors: str) -> Running:
        """Begins a run of ``main.py``."""
        asked = json.dumps({"arguments": arguments, "output": output, "errors": errors}) + "\n"
        os.write(self._ask, asked.encode())
        return Running(self._answers, int(json.loads(self._answers.readline())["pid"]))

    def close(self) -> None:
        """Ends the process."""
        os.close(self._ask)
        self._process.wait(timeout=10)
        self._answers.close()


def serve(source: int, target: int) -> None:
    """Forks until the source ends."""
    import lib.runner  # noqa: F401
    from lib import delta  # noqa: F401
    from lib.objects import ingestion, invoice, lifecycle_message, payment, supplier, user  # noqa: F401

    _say(target, {"ready": 1})
    with os.fdopen(source, encoding="utf-8") as asked:
        for line in asked:
            request = json.loads(line)
            pid = os.fork()
            if pid == 0:
                os._exit(_run(request, target))
            _say(target, {"pid": pid})
            _, status = os.waitpid(pid, 0)
            _say(target, {"status": os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)})


def _run(request: dict[str, Any], target: int) -> int:
    from lib.runner import main

    status = 70
    try:
        os.close(target)
        for path, number in ((request["output"], 1), (request["errors"], 2)):
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(file, number)
            os.close(file)
        random.seed()
        status = main(request["arguments"])
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def _say(target: int, answer: dict[str, int]) -> None:
    os.write(target, (json.dumps(answer) + "\n").encode())


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
