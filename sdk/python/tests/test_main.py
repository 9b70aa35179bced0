"""``main.py``: one connector, one result on stdout, no secrets anywhere."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

MAIN = Path(__file__).parents[1] / "main.py"
CONFIG = {
    "api_url": "http://127.0.0.1:1/api",
    "api_key": "sk_key_4711",
    "customer_number": "C1",
    "secrets": {"password": "hunter2secret"},
    "config": {"connector_name": "x"},
    "job_params": {"n": 2},
}


class Running(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bundle = Path(folder.name)
        (self.bundle / "connectors").mkdir()

    def run_connector(
        self, body: str, key: str = "c", config: Any = CONFIG, by_stdin: bool = False
    ) -> subprocess.CompletedProcess[str]:
        (self.bundle / "connectors" / "c.py").write_text(f'"""A test."""\n{body}\n', encoding="utf-8")
        (self.bundle / "config.json").write_text(json.dumps(config), encoding="utf-8")
        place = "-" if by_stdin else str(self.bundle / "config.json")
        command = [
            sys.executable,
            str(MAIN),
            "--entrypoint",
            key,
            "--connector-path",
            str(self.bundle),
            "--config",
            place,
        ]
        environment = {**os.environ, "TMPDIR": str(self.bundle)}
        return subprocess.run(
            command,
            input=json.dumps(config) if by_stdin else None,
            capture_output=True,
            text=True,
            check=False,
            env=environment,
            timeout=60,
        )

    def test_the_result_is_the_returned_dict_and_success(self) -> None:
        for returned, printed in (("{'posted': 2}", {"posted": 2, "success": True}), ("None", {"success": True})):
            run = self.run_connector(f"def run(context):\n    return {returned}")
            line, result = run.stdout.splitlines()
            self.assertEqual((line, run.returncode), ("================ result ================", 0), run.stderr)
            self.assertEqual(json.loads(result), printed)

    def test_nothing_but_the_result_reaches_stdout(self) -> None:
        run = self.run_connector(
            "import os, sys\n"
            "def run(context):\n"
            "    print('printed'); sys.stdout.write('written\\n'); os.system('echo from a shell')\n"
            "    context.logger.info('logged')\n"
            "    return {'n': context.get_param('n'), 'name': context.get_config('connector_name'), 'no': context.get_secret('no', 1)}"
        )
        self.assertEqual(len(run.stdout.splitlines()), 2)
        self.assertEqual(json.loads(run.stdout.splitlines()[1]), {"n": 2, "name": "x", "no": 1, "success": True})
        for text in ("printed", "written", "from a shell", "[INFO] logged"):
            self.assertIn(text, run.stderr)

    def test_an_error_is_a_result_too_and_shows_no_secret(self) -> None:
        run = self.run_connector(
            "def run(context):\n"
            "    print(context.secrets)\n"
            "    raise RuntimeError('login with ' + context.get_secret('password') + ' failed')"
        )
        self.assertEqual(run.returncode, 1)
        result = json.loads(run.stdout.splitlines()[1])
        self.assertEqual(
            (result["success"], result["error"], result["message"]), (False, "RuntimeError", "login with *** failed")
        )
        self.assertNotIn("hunter2", run.stdout + run.stderr)
        self.assertIn("Traceback", run.stderr)

    def test_exact_numbers_and_dates_can_be_returned(self) -> None:
        run = self.run_connector(
            "import datetime, decimal\n"
            "def run(context):\n"
            "    return {'sum': decimal.Decimal('10.10'), 'day': datetime.date(2026, 5, 19), 'set': {1}, 'nan': float('nan')}"
        )
        self.assertIn('"sum":10.10,"day":"2026-05-19","set":[1],"nan":"nan","success":true', run.stdout)

    def test_the_configuration_may_come_by_standard_input(self) -> None:
        run = self.run_connector("def run(context):\n    return {'n': context.job_params['n']}", by_stdin=True)
        self.assertEqual(json.loads(run.stdout.splitlines()[1])["n"], 2)

    def test_a_server_s_work_directory_is_wiped_and_a_project_s_is_kept(self) -> None:
        body = "def run(context):\n    open(context.work_dir + '/f', 'w').close()\n    return {'dir': context.work_dir}"
        kept = json.loads(self.run_connector(body).stdout.splitlines()[1])["dir"]
        self.assertTrue(os.path.exists(kept) and "temp_work" in kept)
        config = {**CONFIG, "job_token": "job-token-1"}
        wiped = json.loads(self.run_connector(body, config=config).stdout.splitlines()[1])["dir"]
        self.assertTrue("connector_run" in wiped and not os.path.exists(wiped), wiped)

    def test_a_run_can_be_stopped_also_with_its_signals_blocked(self) -> None:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        try:
            run = self.run_connector(
                "import os, signal, time\ndef run(context):\n    os.kill(os.getpid(), signal.SIGTERM)\n    time.sleep(30)"
            )
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        self.assertEqual((run.returncode, json.loads(run.stdout.splitlines()[1])["error"]), (1, "SystemExit"))

    def test_what_cannot_be_run_is_said_in_one_line(self) -> None:
        for body, key, status in (
            ("def run(context): pass", "nothing", 2),
            ("def run(context): pass", "../c", 2),
            ("x = 1", "c", 1),
            ("def run(context): return [1]", "c", 1),
        ):
            run = self.run_connector(body, key)
            self.assertEqual(run.returncode, status, run.stderr)
        self.assertEqual(self.run_connector("def run(context): pass", config=[1]).returncode, 2)
        self.assertEqual(
            self.run_connector("def run(context): pass", config={"secrets": "x", "api_key": "k"}).returncode, 2
        )

    def test_a_connector_may_import_its_neighbours_but_keeps_this_sdk(self) -> None:
        (self.bundle / "lib").mkdir()
        (self.bundle / "lib" / "__init__.py").write_text("raise RuntimeError('an old copy')")
        (self.bundle / "connectors" / "shared.py").write_text("ANSWER = 42")
        run = self.run_connector(
            "import shared\nfrom lib import delta\ndef run(context): return {'answer': shared.ANSWER}"
        )
        self.assertEqual(json.loads(run.stdout.splitlines()[1]), {"answer": 42, "success": True}, run.stderr)


if __name__ == "__main__":
    unittest.main()
