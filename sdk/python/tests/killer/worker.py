"""Runs the connector ``push`` and sends itself a signal at one line of its push loop.

``worker.py CONFIG [SIGNAL LINE]``: the lines of the connector and of what posts for it are counted as they are run;
without a line to stop at the count is written to standard error.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from lib.runner import main  # noqa: E402

COUNTED = ("/lib/posting.py", "/lib/push_limit.py", "/lib/objects/invoice.py", "/connectors/push.py")


class Interruption:
    """Counts lines, and interrupts the process at one of them."""

    def __init__(self, signal_number: int, line: int) -> None:
        self.signal_number = signal_number
        self.line = line
        self.lines = 0

    def trace(self, frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename.endswith(COUNTED):
            return self.count
        return None

    def count(self, frame: FrameType, event: str, _: Any) -> Any:
        # Definitions and imports are no step of the loop.
        if event == "line" and frame.f_code.co_name != "<module>":
            self.lines += 1
            if self.lines == self.line:
                os.kill(os.getpid(), self.signal_number)
        return self.count


if __name__ == "__main__":
    config, *rest = sys.argv[1:]
    name, line = rest if rest else ("SIGKILL", "0")
    interruption = Interruption(getattr(signal, name), int(line))
    sys.settrace(interruption.trace)
    status = main(["--entrypoint", "push", "--connector-path", str(HERE / "bundle"), "--config", config])
    sys.settrace(None)
    print(f"lines: {interruption.lines}", file=sys.stderr)
    sys.exit(status)
