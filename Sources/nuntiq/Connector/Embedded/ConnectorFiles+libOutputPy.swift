// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/output.py by Scripts/embed-assets; change that file, not this one.
    static let libOutputPy = #"""
        """stdout for the result alone: whatever else a run prints goes to stderr, without secrets."""

        from __future__ import annotations

        import io
        import os
        import sys
        from contextlib import contextmanager
        from typing import Iterator, TextIO

        from .masking import Masker


        class MaskedStream(io.TextIOBase):
            """Writes whole lines to another stream, masked: a secret printed in two parts is one all the same."""

            def __init__(self, target: TextIO, masker: Masker) -> None:
                self._target = target
                self._masker = masker
                self._begun = ""

            encoding = "utf-8"

            def writable(self) -> bool:
                """Always."""
                return True

            def fileno(self) -> int:
                """The target's, for programs that the connector starts."""
                return self._target.fileno()

            def write(self, text: str) -> int:
                """Keeps back what is not a whole line yet."""
                *lines, self._begun = (self._begun + text).split("\n")
                for line in lines:
                    self._target.write(self._masker.mask(line) + "\n")
                if lines:
                    self._target.flush()
                return len(text)

            def finish(self) -> None:
                """Writes what was kept back."""
                if self._begun:
                    self.write("\n")


        @contextmanager
        def take_over_output(masker: Masker) -> Iterator[TextIO]:
            """Sends ``print()``, and what started programs print, to stderr; gives the stream of the result."""
            sys.stdout.flush()
            result_file = os.dup(sys.stdout.fileno())
            os.set_inheritable(result_file, False)
            os.dup2(sys.stderr.fileno(), 1)
            before = sys.stdout, sys.stderr
            masked = MaskedStream(sys.stderr, masker)
            sys.stdout = sys.stderr = masked
            try:
                with os.fdopen(result_file, "w", encoding="utf-8") as stream:
                    yield stream
            finally:
                masked.finish()
                sys.stdout, sys.stderr = before

        """#
}
