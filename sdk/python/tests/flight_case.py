"""Runs connectors by ``main.py`` against stubs, for the tests of recordings and dry runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

MAIN = Path(__file__).parents[1] / "main.py"
SECRET = 'pass"word/+ü&x'
KEY = "sk_key_of_this_run_4711"


class FlightCase(unittest.TestCase):
    """A bundle with one connector, ``c``."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bundle = Path(folder.name)
        (self.bundle / "connectors").mkdir()
        self.recording = self.bundle / "run.jsonl"

    def write(self, body: str) -> None:
        (self.bundle / "connectors" / "c.py").write_text(f'"""A test."""\n{body}\n', encoding="utf-8")

    def run_main(self, *arguments: str, config: dict[str, Any] | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(MAIN), "--connector-path", str(self.bundle), *arguments]
        if config is not None:
            (self.bundle / "config.json").write_text(json.dumps(config), encoding="utf-8")
            command += ["--entrypoint", "c", "--config", str(self.bundle / "config.json")]
        environment = {**os.environ, "TMPDIR": str(self.bundle)}
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)

    def record(self, nuntiq: str, **config: Any) -> dict[str, Any]:
        given = {"api_url": nuntiq, "api_key": KEY, "secrets": {"password": SECRET}, "config": config}
        run = self.run_main("--record", str(self.recording), "--json", config=given)
        self.assertEqual(run.returncode, 0, run.stderr)
        result: dict[str, Any] = json.loads(run.stdout)
        return result

    def replay(self, status: int = 0) -> dict[str, Any]:
        run = self.run_main("--replay", str(self.recording), "--json")
        self.assertEqual(run.returncode, status, run.stdout + run.stderr)
        report: dict[str, Any] = json.loads(run.stdout)
        return report

    def lines(self, kind: str) -> list[dict[str, Any]]:
        entries = [json.loads(line) for line in self.recording.read_text(encoding="utf-8").splitlines()]
        return [entry[kind] for entry in entries if kind in entry]
