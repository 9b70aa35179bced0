"""Scenarios in which Nuntiq, or the way to it, fails."""

from __future__ import annotations

from .flow import spoil_once, target
from .judging import judge, succeeded
from .proxy import Spoilt
from .scenario import TAKES_INVOICES, Fault, scenario
from .ground import Ground as Stage
from .stage import Run, Seeded

_FIRST = ("claim", "begin", "messages", "save", "other")
_SECOND = ("get", "save", "complete", "messages", "other")
_LAST = ("result", "complete", "save", "other")


def _error(status: int, code: str, **headers: str) -> Spoilt:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Spoilt(status, {"error": code, "message": f"{code} made by the suite"}, named)


def _play(stage: Stage) -> tuple[Run, list[Seeded]]:
    seeded = stage.seed(1) if stage.profile.kind in TAKES_INVOICES else []
    return stage.run(), seeded


def _ended_well(stage: Stage, played: tuple[Run, list[Seeded]], advice: str) -> list[Fault]:
    run, seeded = played
    return succeeded(run, advice) or judge(stage, seeded, plain_may_double=True)


@scenario("rate-limited", "Nuntiq says 429, come back in a second")
def rate_limited(stage: Stage) -> list[Fault]:
    step = target(stage, *_FIRST)
    stage.proxy.before = spoil_once(step, _error(429, "rate_limited", Retry_After="1"))
    played = _play(stage)
    calls = [call for call in stage.proxy.calls if call.step == step]
    if len(calls) > 1 and calls[1].at - calls[0].at < 0.95:
        return [Fault("It came back before Retry-After was over.", "Leave waiting to context.api, it honours Retry-After.")]
    return _ended_well(stage, played, "A 429 is no end: leave it to context.api, which waits and calls again.")


@scenario("server-error", "Nuntiq says 500 once, to a read")
def server_error(stage: Stage) -> list[Fault]:
    stage.proxy.before = spoil_once(target(stage, *_SECOND), _error(500, "internal_error"))
    return _ended_well(stage, _play(stage), "A read that failed may be made again: leave it to context.api.")


@scenario("bad-gateway", "A gateway before Nuntiq says 502, in HTML")
def bad_gateway(stage: Stage) -> list[Fault]:
    step = target(stage, "acknowledge", *_LAST)
    stage.proxy.before = spoil_once(step, Spoilt(502, "<html><h1>502 Bad Gateway</h1></html>"))
    return _ended_well(stage, _play(stage), "Acknowledge and result may be repeated: leave it to context.api.")


@scenario("unavailable", "Nuntiq says 503 three times, when the result is reported")
def unavailable(stage: Stage) -> list[Fault]:
    step = target(stage, *_LAST)
    stage.proxy.before = spoil_once(step, _error(503, "overloaded"), times=3)
    return _ended_well(stage, _play(stage), "Report results by load.integration_result: it is repeated until it is taken.")


@scenario("outage", "Nuntiq is away for the whole run")
def outage(stage: Stage) -> list[Fault]:
    step = target(stage, *_FIRST)
    stage.proxy.before = spoil_once(step, _error(401, "unauthorized"), times=99)
    run, seeded = _play(stage)
    stage.spare()
    if run.is_success:
        what = "It said that it succeeded, and Nuntiq had refused every call."
        return [Fault(what, "Let errors out of run(context): a run that could not work must fail, else nobody looks.")]
    if seeded:
        stage.recover()
    return judge(stage, seeded)


@scenario("time-out", "Nuntiq does not answer in time, once")
def time_out(stage: Stage) -> list[Fault]:
    step = target(stage, *_SECOND)
    stage.proxy.before = spoil_once(step, Spoilt(0, seconds=24.0))
    seeded = stage.seed(1) if stage.profile.kind in TAKES_INVOICES else []
    run = stage.run(seconds=23.0)
    if run.status < 0:
        return [Fault("It waited for an answer without end.", "Keep the time limit of context.api.")]
    return _ended_well(stage, (run, seeded), "What may be repeated after a time-out is repeated by context.api.")


@scenario("cut-before", "The connection is cut before a call arrives")
def cut_before(stage: Stage) -> list[Fault]:
    stage.proxy.before = spoil_once(target(stage, *_FIRST), Spoilt())
    return _ended_well(stage, _play(stage), "Use the loads of lib.objects: their calls carry keys, and may be repeated.")


@scenario("cut-after", "The connection is cut before the answer to a result is back")
def cut_after(stage: Stage) -> list[Fault]:
    stage.proxy.after = spoil_once(target(stage, *_LAST), Spoilt())
    return _ended_well(stage, _play(stage), "The call had been done: report by load.integration_result, it is repeated.")
