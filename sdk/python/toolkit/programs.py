"""Runs connectors that are programs of their own, in any language, each run anew."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

#: What stays behind in the project: what runs and builds made.
_LEFT_OUT = frozenset({"temp_work", ".build", ".swiftpm", ".git"})


class Started:
    """A run that was begun."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Sends it a signal; it may be over by now."""
        self._process.send_signal(number)

    def wait(self) -> int:
        """Its exit status; negative for a signal."""
        return self._process.wait()


class Programs:
    """Begins runs of one program in a folder that has the files of its project."""

    def __init__(self, program: str, project: str, folder: str) -> None:
        self._program = program
        self._folder = folder
        for name in os.listdir(project):
            if name not in _LEFT_OUT and not Path(folder, name).exists():
                os.symlink(os.path.join(os.path.realpath(project), name), os.path.join(folder, name))

    def start(self, arguments: list[str], output: str, errors: str) -> Started:
        """Begins a run; its program takes ``--entrypoint`` and ``--config`` as ``main.py`` does."""
        with open(output, "wb") as out, open(errors, "wb") as err:
            command = [self._program, *arguments]
            return Started(
                subprocess.Popen(command, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            )

    def close(self) -> None:
        """Nothing is left of a run that is over."""
