"""Beside each scenario stands a connector with that defect planted: the suite must catch it, and name nothing else.

``python3 -m tests.defects.pairs [--whole] [--every N] [--only NAME]``: without ``--whole`` each connector is held against its own
scenario and a few others, with it against all.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from toolkit import flow
from toolkit.acceptance import chosen_for, play, subject_of
from toolkit.ground import Ground
from toolkit.report import Verdict
from toolkit.scenario import ALL, Scenario
from toolkit.server import OwnServer

HERE = Path(__file__).resolve().parent
PLANTED = HERE / "connectors"
SETTINGS = {"secrets": {"erp_password": "x"}, "config": {"connector_name": "planted", "erp_url": "http://erp.test"}}
#: Quick ones, which most defects would spoil if they did more than they are said to.
_OTHERS = ("runs-to-success", "run-twice", "server-error")
_MANY = 25


def name_of(key: str) -> str:
    """The scenario that a planted connector belongs to."""
    return key.replace("_", "-")


def keys() -> list[str]:
    """The planted connectors."""
    return sorted(path.stem for path in PLANTED.glob("*.py") if path.stem != "sound")


def play_one(server: OwnServer, key: str, is_whole: bool) -> list[Verdict]:
    """What the suite says of one of them."""
    with tempfile.TemporaryDirectory(prefix="nuntiq-planted-") as folder:
        project = Path(folder, "project")
        shutil.copytree(PLANTED, project / "connectors", ignore=shutil.ignore_patterns("__pycache__"))
        (project / "settings.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
        stage = Ground(server, subject_of(str(project), key, many=_MANY), f"d-{key.replace('_', '-')}")
        found: list[Verdict] = []
        try:
            flow.learn(stage)
            chosen = chosen_for(stage.profile)
            play(stage, chosen if is_whole else _some(chosen, key), found.append)
        finally:
            stage.close()
        return found


def complaints(key: str, found: list[Verdict]) -> list[str]:
    """What is wrong with what the suite said."""
    own = name_of(key)
    others = [each for each in found if each.name != own and each.verdict in ("failed", "weak")]
    said = [f"{key}: {each.name} {each.verdict}: {each.what}" for each in others]
    verdicts = [each.verdict for each in found if each.name == own]
    return said if verdicts == ["failed"] else [f"{key}: {own} was not caught: {verdicts}", *said]


def run(chosen: list[str], is_whole: bool, workers: int) -> list[str]:
    """All of them at the same time on one server; what is wrong."""
    with tempfile.TemporaryDirectory(prefix="nuntiq-pairs-") as folder:
        server = OwnServer(folder)
        server.start()
        lock = threading.Lock()

        def one(key: str) -> list[str]:
            try:
                found = play_one(server, key, is_whole)
            except Exception as error:
                return [f"{key}: {type(error).__name__}: {error}"]
            with lock:
                own = next((each for each in found if each.name == name_of(key)), None)
                print(f"{key}: {own.what if own else 'no such scenario'} ({len(found)} scenarios)", flush=True)
            return complaints(key, found)

        try:
            with ThreadPoolExecutor(workers) as several:
                return [text for texts in several.map(one, chosen) for text in texts]
        finally:
            server.close()


def _some(chosen: list[Scenario], key: str) -> list[Scenario]:
    return [each for each in chosen if each.name == name_of(key) or each.name in _OTHERS]


def main() -> int:
    """The command; 1 when a pair does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each Nth of them")
    parser.add_argument("--workers", type=int, default=4)
    options = parser.parse_args()
    missing = {each.name for each in ALL} - {name_of(key) for key in keys()}
    wrong = [f"{name} has no planted connector" for name in sorted(missing)] if not options.only else []
    wrong += run(options.only or keys()[:: options.every], options.whole, options.workers)
    print("\n".join(wrong) or "Every pair holds.", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    sys.exit(main())
