"""Runs the sample connectors on a real server."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.live.server import SERVER, LiveTest

SDK = Path(__file__).parents[2]


class SampleTest(LiveTest):
    """Runs the samples as ``main.py`` does, from a bundle of its own."""

    def setUp(self) -> None:
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bundle = folder.name
        shutil.copytree(SDK.parents[1] / "connectors", Path(self.bundle, "connectors"))

    def run_sample(self, key: str, config: dict[str, Any] | None = None, **members: Any) -> dict[str, Any]:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump({**SERVER, "config": config or {}, **members}, file)
            file.flush()
            run = subprocess.run(
                [sys.executable, str(SDK / "main.py"), "--entrypoint", key]
                + ["--connector-path", self.bundle, "--config", file.name],
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
            )
        self.assertEqual(run.returncode, 0, run.stderr)
        self.errors = run.stderr
        result: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
        return result
