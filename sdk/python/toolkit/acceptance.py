"""Plays every scenario on a connector: ``python3 -m toolkit.acceptance --project . --entrypoint KEY``.

``nuntiq connector test KEY`` runs it. Exit status: 0 nothing failed, 1 something did, 2 it could not be tried.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, Callable, Sequence

from lib.errors import NuntiqError
from lib.runner import connector_file

from . import flow, outage, booking, leases, content, bringing  # noqa: F401, I001  in the order of their scenarios
from .ground import Ground
from .report import Report, Verdict, verdict
from .scenario import ALL, KINDS, NotApplicable, Scenario
from .server import OwnServer
from .stage import Profile, Subject


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; its exit status."""
    parser = argparse.ArgumentParser(description="Hold a connector against what goes wrong.")
    parser.add_argument("--project", default=".", metavar="FOLDER")
    parser.add_argument("--entrypoint", metavar="KEY")
    parser.add_argument("--program", metavar="FILE", help="what runs the connector, where it is no file in Python")
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--only", action="append", default=[], metavar="SCENARIO")
    parser.add_argument("--list", action="store_true", help="list the scenarios")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if options.list:
        return _list(options.json)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
    signal.signal(signal.SIGTERM, _stop)
    unknown = set(options.only) - {each.name for each in ALL}
    try:
        if unknown:
            raise AssertionError(f"There is no scenario {', '.join(sorted(unknown))}; --list shows them.")
        subject = subject_of(options.project, options.entrypoint or "", program=options.program)
        with tempfile.TemporaryDirectory(prefix="nuntiq-test-") as folder:
            server = OwnServer(folder)
            try:
                server.start()
                return _try(server, subject, options)
            finally:
                server.close()
    except (AssertionError, NuntiqError, OSError) as error:
        print(json.dumps({"error": str(error)}) if options.json else f"nuntiq: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def subject_of(project: str, key: str, many: int = 50, program: str | None = None) -> Subject:
    """The connector of a project, with the settings that it has there."""
    if not program:
        connector_file(project, key)
    settings: dict[str, Any] = {}
    for name in ("settings.json", "settings.example.json"):
        file = Path(project, name)
        if file.exists():
            settings = json.loads(file.read_text(encoding="utf-8"))
            break
    config = {"connector_name": "test", "erp_url": "http://erp.test", **(settings.get("config") or {})}
    return Subject(str(Path(project).resolve()), key, {**settings, "config": config}, many, program)


def play(stage: Ground, chosen: Sequence[Scenario], each: Callable[[Verdict], None]) -> None:
    """Plays scenarios, one after another."""
    for one in chosen:
        started = time.monotonic()
        stage.reset()
        try:
            faults = list(one.check(stage))
            each(verdict(one, faults, time.monotonic() - started))
        except NotApplicable as reason:
            each(Verdict(one.name, one.title, "skipped", round(time.monotonic() - started, 2), str(reason)))


def chosen_for(profile: Profile, only: Sequence[str] = ()) -> list[Scenario]:
    """The scenarios that fit the kind."""
    kinds = (profile.kind,) if profile.kind else ("none",)
    fitting = [each for each in ALL if set(kinds) & set(each.kinds) or each.kinds == KINDS]
    return [each for each in fitting if not only or each.name in only]


def _try(server: OwnServer, subject: Subject, options: argparse.Namespace) -> int:
    started = time.monotonic()
    report = Report(options.json)
    report.begin(subject.key)
    stage = Ground(server, subject, "test", Profile(kind=options.kind or ""))
    try:
        flow.learn(stage)
        report.kind(stage.profile.kind or "other", _notes(stage.profile))
        chosen = chosen_for(stage.profile, options.only)

        def add(one: Verdict) -> None:
            report.add(one)
            if len(report.verdicts) < len(chosen):
                report.progress(len(report.verdicts) + 1, len(chosen), chosen[len(report.verdicts)].title)

        report.progress(1, len(chosen), chosen[0].title if chosen else "")
        play(stage, chosen, add)
    finally:
        stage.close()
    return report.end(subject.key, stage.profile.kind or "other", time.monotonic() - started)


def _notes(profile: Profile) -> list[str]:
    notes = []
    if profile.kind == "push" and not profile.posts:
        notes.append("It posts nothing to the ERP in the box: what the ERP gets was not compared.")
    if profile.kind == "push" and profile.posts and not profile.intents:
        notes.append("It takes the plain five steps: no invoice is lost, one may be posted twice. Use post_once.")
    if profile.intents and not profile.verifies:
        notes.append("It leaves doubts to a person: claim with modes=('post', 'verify_first') to look them up.")
    return notes


def _list(is_json: bool) -> int:
    if is_json:
        print(json.dumps([{name: value for name, value in asdict(each).items() if name != "check"} for each in ALL]))
    else:
        for each in ALL:
            print(f"{each.name:<21} {each.title} ({', '.join(each.kinds)})")
    return 0


def _stop(*_: Any) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
