"""The report of the suite, for people and for programs."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from typing import Any, TextIO

from .scenario import Fault, Scenario

_SIGNS = {"passed": ("✓", "32"), "failed": ("✗", "31"), "weak": ("~", "33"), "skipped": ("·", "2")}


@dataclass(frozen=True)
class Verdict:
    """What a scenario came to."""

    name: str
    title: str
    verdict: str
    seconds: float
    what: str | None = None
    advice: str | None = None


def verdict(scenario: Scenario, faults: list[Fault], seconds: float) -> Verdict:
    """Of the faults that a scenario found."""
    hard = next((fault for fault in faults if not fault.is_weak), None)
    first = hard or (faults[0] if faults else None)
    word = "failed" if hard else "weak" if faults else "passed"
    told = (first.what, first.advice) if first else (None, None)
    return Verdict(scenario.name, scenario.title, word, round(seconds, 2), *told)


class Report:
    """Tells as it goes on a terminal, and everything at the end."""

    def __init__(self, is_json: bool, stream: TextIO = sys.stdout) -> None:
        self._is_json = is_json
        self._stream = stream
        self._is_coloured = stream.isatty()
        self.verdicts: list[Verdict] = []

    def begin(self, key: str) -> None:
        """Says what is tried."""
        self._say(f"Trying {key} on a Nuntiq, a proxy and an ERP that fail.")

    def kind(self, kind: str, notes: list[str]) -> None:
        """Says what the connector was found to be."""
        self._say(f"It is a connector of the kind {kind}." + "".join(f"\n{note}" for note in notes) + "\n")

    def progress(self, number: int, count: int, title: str) -> None:
        """What is being played, where a terminal shows it."""
        if self._is_coloured and not self._is_json:
            self._stream.write(f"\r\x1b[2K\x1b[2m{number}/{count} {title}\x1b[0m")
            self._stream.flush()

    def add(self, verdict: Verdict) -> None:
        """One more."""
        self.verdicts.append(verdict)
        if self._is_coloured and not self._is_json:
            self._stream.write("\r\x1b[2K")
        sign, colour = _SIGNS[verdict.verdict]
        self._say(f"{self._paint(sign, colour)} {verdict.name:<21} {verdict.title}")
        if verdict.verdict == "skipped":
            self._say(f"    {self._paint(f'not tried: {verdict.what}', '2')}")
        elif verdict.what:
            self._say(f"    {verdict.what}\n    {self._paint('→', colour)} {verdict.advice}")

    def end(self, key: str, kind: str, seconds: float) -> int:
        """Counts; the exit status."""
        counts = {word: sum(each.verdict == word for each in self.verdicts) for word in _SIGNS}
        if self._is_json:
            told: dict[str, Any] = {"entrypoint": key, "kind": kind, **counts, "seconds": round(seconds, 1)}
            told["scenarios"] = [asdict(each) for each in self.verdicts]
            self._stream.write(json.dumps(told, ensure_ascii=False) + "\n")
        else:
            parts = [f"{counts[word]} {word}" for word in _SIGNS if counts[word] or word in ("passed", "failed")]
            self._say(f"\n{', '.join(parts)} in {seconds:.0f} s.")
            if counts["weak"]:
                self._say("Weak is what the plain five steps do not promise; post_once does.")
        return 1 if counts["failed"] else 0

    def _say(self, text: str) -> None:
        if not self._is_json:
            self._stream.write(text + "\n")
            self._stream.flush()

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self._is_coloured else text
