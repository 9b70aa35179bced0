"""The samples of both languages, and the public page's five steps unchanged, against the whole suite: nothing fails.

``python3 -m tests.defects.samples [--only KEY]``; those in Swift are the program ``NUNTIQ_SAMPLE_CONNECTORS``, or that of
a debug build.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.defects.pairs import SETTINGS
from toolkit import flow
from toolkit.acceptance import chosen_for, play, subject_of
from toolkit.ground import Ground
from toolkit.report import Verdict
from toolkit.server import OwnServer

SDK = Path(__file__).resolve().parents[2]
SAMPLES = SDK.parents[1] / "connectors"
PAGE = (SDK / "tests/live/public_page.txt").read_text(encoding="utf-8").splitlines()
#: What may be weak: the plain five steps promise no more.
_WEAK = {"public_page": {"lease-lost-late"}, "06_export_invoices_csv": {"lease-lost-late"}}
_KINDS = {
    "01_use_settings": "",
    "02_pull_suppliers": "pull",
    "03_pull_invoices": "pull",
    "04_poll_lifecycle_messages": "poll",
    "05_push_invoices": "push",
    "06_export_invoices_csv": "export",
    "public_page": "push",
    "swift/pull_suppliers": "pull",
    "swift/poll_messages": "poll",
    "swift/push_invoices": "push",
    "swift/export_invoices": "export",
}
_PROGRAM = os.environ.get("NUNTIQ_SAMPLE_CONNECTORS") or str(SDK.parents[1] / ".build/debug/sample-connectors")


def public_page() -> str:
    """The five steps, not a character of them changed."""
    first, load, claim, get, acknowledge, success = PAGE[:6]
    parts = [(4, first), (4, load), (4, claim), (4, "for lease in leases:"), (8, get), (8, acknowledge), (8, success)]
    body = "\n".join(textwrap.indent(line, " " * depth) for depth, line in [*parts, (4, "return {'n': len(leases)}")])
    return f'"""The public page."""\n\n\ndef run(context):\n{body}\n'


def play_one(server: OwnServer, key: str) -> list[str]:
    """What is wrong with what the suite says of it."""
    with tempfile.TemporaryDirectory(prefix="nuntiq-sample-") as folder:
        project = Path(folder, "project")
        shutil.copytree(SAMPLES, project / "connectors", ignore=shutil.ignore_patterns("__pycache__"))
        (project / "connectors" / "public_page.py").write_text(public_page(), encoding="utf-8")
        shutil.copytree(SAMPLES / "sample_data", project / "sample_data")
        (project / "settings.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
        language, _, name = key.rpartition("/")
        subject = subject_of(str(project), name, many=25, program=_PROGRAM if language else None)
        stage = Ground(server, subject, f"s-{key.replace('_', '-').replace('/', '-')}")
        found: list[Verdict] = []
        try:
            flow.learn(stage)
            play(stage, chosen_for(stage.profile), found.append)
            kind = stage.profile.kind
        finally:
            stage.close()
    wrong = [f"{key}: it was taken for {kind!r}"] if kind != _KINDS[key] else []
    weak = _WEAK.get(key, set())
    wrong += [f"{key}: {each.name} {each.verdict}: {each.what}" for each in found if each.verdict == "failed"]
    weaker = [each for each in found if each.verdict == "weak" and each.name not in weak]
    wrong += [f"{key}: {each.name} is weak: {each.what}" for each in weaker]
    print(f"{key}: {sum(each.verdict == 'passed' for each in found)} of {len(found)} passed", flush=True)
    return wrong


def main() -> int:
    """The command; 1 when something fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", action="append", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="nuntiq-samples-") as folder:
        server = OwnServer(folder)
        server.start()
        try:
            with ThreadPoolExecutor(4) as several:
                texts = several.map(lambda key: play_one(server, key), options.only or list(_KINDS))
                wrong = [text for each in texts for text in each]
        finally:
            server.close()
    print("\n".join(wrong) or "They stand it.", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
