"""Scenarios without a fault, and those that end the process."""

from __future__ import annotations

import re
from typing import Any, Callable, Iterator

from .judging import judge, succeeded
from .proxy import Call, Spoilt
from .scenario import TAKES_INVOICES, Fault, NotApplicable, scenario
from .ground import Ground as Stage
from .stage import Run

_LOG_LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \[(?:INFO|WARN|ERROR|DEBUG)\] ")
_OBJECT = re.compile(r"<[\w.]+ (?:object )?at 0x[0-9a-f]+>|\b[A-Z]\w+\([a-z_]+=")


def learn(stage: Stage) -> None:
    """A run without a fault, from which the suite learns what the connector does."""
    stage.reset()
    seeded = stage.seed(2, files=("invoice.pdf",))
    run = stage.run()
    if not run.is_success:
        stage.run()  # it may get further now, and show what it does
    profile, calls = stage.profile, stage.proxy.calls
    profile.steps = {call.step for call in calls}
    profile.posts, profile.looks_up = stage.erp.writes > 0, stage.erp.reads > 0
    profile.intents = "intent" in profile.steps
    claims = [call.json for call in calls if call.step == "claim"]
    profile.verifies = any("verify_first" in (claim.get("modes") or ()) for claim in claims)
    profile.limit = max((int(claim.get("limit") or 10) for claim in claims), default=10)
    if not profile.kind:
        profile.kind = _kind(stage)
    faults = succeeded(run, "Read the traceback above the result; nothing was spoilt in this run.")
    stage.first = faults or (judge(stage, seeded) if profile.kind in TAKES_INVOICES else [])


def _kind(stage: Stage) -> str:
    steps = stage.profile.steps
    if "claim" in steps:
        return "export" if "attachment" in steps and not stage.profile.posts else "push"
    if "messages" in steps:
        return "poll"
    return "pull" if steps & {"begin", "save"} else ""


@scenario("runs-to-success", "It runs to success")
def runs_to_success(stage: Stage) -> list[Fault]:
    return stage.first  # it was the run from which the suite learnt


@scenario("run-twice", "A second run changes nothing")
def run_twice(stage: Stage) -> list[Fault]:
    if stage.profile.kind not in TAKES_INVOICES:
        stage.enter_tenant()
        stage.run()
        before = stage.snapshot()
        run = stage.run()
        faults = succeeded(run, "A run with nothing new must succeed: set_new_cursor(None) keeps the cursor.")
        what = "A second run with the same source changed what is in Nuntiq."
        advice = "Begin at the cursor, and key what you bring by what the source calls it."
        return faults or ([Fault(what, advice)] if before != stage.snapshot() else [])
    seeded = stage.seed(2)
    stage.run()
    run = stage.run()
    return succeeded(run, "A run that finds nothing to do must succeed.") or judge(stage, seeded)


@scenario("no-work", "Nothing to do", TAKES_INVOICES)
def no_work(stage: Stage) -> list[Fault]:
    run = stage.run()
    if stage.erp.writes:
        return [Fault("It wrote to the ERP though no invoice was waiting.", "Write only for a lease that you hold.")]
    return succeeded(run, "An empty list of leases is a good end: return, do not index into it.")


@scenario("many-invoices", "Many invoices at once", TAKES_INVOICES)
def many_invoices(stage: Stage) -> list[Fault]:
    seeded = stage.seed(stage.subject.many)
    run = stage.run(seconds=90)
    faults = succeeded(run, "Leases are renewed in the background; a run over many invoices needs nothing more.")
    for _ in range(8 if not faults else 0):
        if not any(stage.open_tokens("PendingIntegration")):
            break
        faults = succeeded(stage.run(seconds=90), "It failed on the invoices that the first run had left.")
    held = stage.open_tokens("PendingAcknowledgement,PendingResult")
    if held and not faults:
        what = f"{len(held)} of {len(seeded)} invoices were claimed and never reported."
        return [Fault(what, "Claim no more than you handle; report a result for each, or load.give_back it.")]
    return faults or judge(stage, seeded)


@scenario("killed-at-each-step", "Killed at each step, then run again")
def killed_at_each_step(stage: Stage) -> list[Fault]:
    takes = stage.profile.kind in TAKES_INVOICES
    if not takes:
        expected = stage.reference()
        stage.enter_tenant()
    seeded = []
    for place in _places(stage):
        seeded += stage.seed(1) if takes else []
        _kill_at(stage, *place)
        stage.run()
        stage.spare()
        if not takes:
            stage.free_streams()
    if takes:
        stage.recover()
        return judge(stage, seeded, plain_may_double=True)
    run = stage.run()
    faults = succeeded(run, "A run after one that was killed must go on where the last good one ended.")
    what = "After runs that were killed, what is in Nuntiq is not what a good run leaves."
    advice = "Set the cursor last, inside delta_run, and key what you bring by what the source calls it."
    return faults or ([Fault(what, advice)] if stage.snapshot() != expected else [])


def _places(stage: Stage) -> Iterator[tuple[str, bool]]:
    """Every kind of call the connector makes, before it is done and before its answer is back."""
    order = "begin claim get attachment look-up intent post save acknowledge result complete".split()
    seen = set(stage.profile.steps)
    seen |= {"post"} if stage.profile.posts else set()
    seen |= {"look-up"} if stage.profile.looks_up else set()
    for step in order:
        if step in seen:
            yield step, False
            yield step, True


def _kill_at(stage: Stage, step: str, is_after: bool) -> None:
    method = {"look-up": "GET", "post": "POST"}.get(step)
    if method is None:
        hook = _killing(stage, step)
        stage.proxy.before, stage.proxy.after = (lambda _: None, hook) if is_after else (hook, lambda _: None)
        return

    def end(asked: str, _: str) -> bool:
        if (asked == "GET") != (method == "GET"):
            return True
        stage.kill()
        return False

    stage.erp.before, stage.erp.after = (lambda _m, _b: True, end) if is_after else (end, lambda _m, _b: True)


def _killing(stage: Stage, step: str) -> Callable[[Call], Any]:
    def hook(call: Call) -> Spoilt | None:
        if call.step != step:
            return None
        stage.kill()
        return Spoilt()

    return hook


@scenario("secrets", "Secrets stay where they are")
def secrets(stage: Stage) -> list[Fault]:
    if stage.profile.kind in TAKES_INVOICES:
        stage.seed(1)
    run = stage.run()
    if stage.canary in run.output + run.errors:
        return [Fault("A secret is in the log or the result.", "Do not print what holds secrets, encoded or in parts.")]
    canary = stage.canary
    told = next((call for call in stage.proxy.calls if canary.encode() in call.body or canary in call.path), None)
    if told is not None:
        return [Fault(f"A secret was sent to Nuntiq, with the call {told.step}.", "Build messages from ids and codes.")]
    if stage.files_with(stage.canary):
        return [Fault("A secret was written to a file of the run.", "Keep secrets in memory: context.get_secret.")]
    return []


@scenario("print", "It uses the log")
def printing(stage: Stage) -> list[Fault]:
    if stage.profile.kind in TAKES_INVOICES:
        stage.seed(1)
    run = stage.run()
    lines = run.output.splitlines()
    if run.is_success and len(lines) != 2:
        return [Fault("There is more on stdout than the result.", "stdout is for the result alone: use context.logger.")]
    strange = next((line for line in run.errors.splitlines() if line.strip() and not _LOG_LINE.match(line)), None)
    if strange is None:
        return []
    return [Fault(f"It prints past the log: {strange[:60]!r}.", "Use context.logger: it has levels, and hides secrets.")]


@scenario("result", "The result is plain")
def result(stage: Stage) -> list[Fault]:
    if stage.profile.kind in TAKES_INVOICES:
        stage.seed(1)
    run = stage.run()
    for name, value in run.result.items() if run.is_success else ():
        if isinstance(value, str) and _OBJECT.search(value):
            what = f"The result's {name} is an object of Python: {value[:50]}."
            return [Fault(what, "Return texts, numbers, lists and dicts.")]
    return succeeded(run, "Return a dict or nothing.") if "must return a dict" in run.why else []


@scenario("unchanged-project", "It leaves the project as it is")
def unchanged_project(stage: Stage) -> list[Fault]:
    before = stage.project_files()
    if stage.profile.kind in TAKES_INVOICES:
        stage.seed(1)
    stage.run()
    changed = sorted(set(before.items()) ^ set(stage.project_files().items()))
    if not changed:
        return []
    what = f"It changed {changed[0][0]} in its own project."
    return [Fault(what, "Write below context.work_dir; keep cursors with delta_run.")]


def spoil_once(step: str, spoilt: Spoilt, times: int = 1) -> Callable[[Call], Spoilt | None]:
    """Spoils the first calls of a step."""
    left = [times]

    def hook(call: Call) -> Spoilt | None:
        if call.step != step or left[0] <= 0:
            return None
        left[0] -= 1
        return spoilt

    return hook


def target(stage: Stage, *steps: str) -> str:
    """The first of these steps that the connector takes."""
    found = next((step for step in steps if step in stage.profile.steps), None)
    if found is None:
        raise NotApplicable(f"it never calls {' or '.join(steps)}")
    return found
