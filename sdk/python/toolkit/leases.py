"""Scenarios about leases: lapsed, lost, shared."""

from __future__ import annotations

from lib.objects.invoice import InvoiceLoad

from .flow import spoil_once
from .judging import judge
from .proxy import Call, Spoilt
from .scenario import TAKES_INVOICES, Fault, NotApplicable, scenario
from .ground import Ground as Stage


def _taken_over_at(stage: Stage, steps: tuple[str, ...]) -> tuple[list[Call], int]:
    """Another worker takes the invoice at the first such call; the calls of its own, and the postings by then."""
    done: list[int] = []
    (seeded,) = stage.seed(1)

    def hook(call: Call) -> Spoilt | None:
        if call.step in steps and not done:
            done.append(len(stage.erp.entries))
            stage.context.api.call("DELETE", f"/v1/invoices/{seeded.token}/lease")
            InvoiceLoad(stage.other).claim(limit=50, lease_ttl_seconds=300, modes=("post", "verify_first"))
        return None

    stage.proxy.before = hook
    stage.run()
    stage.spare()
    if not done:
        raise NotApplicable(f"it never calls {' or '.join(steps)}")
    return [call for call in stage.proxy.calls if call.invoice_token == seeded.token], done[0]


@scenario("lease-lost", "Another worker has the invoice before it is posted", ("push",))
def lease_lost(stage: Stage) -> list[Fault]:
    if not stage.profile.posts:
        raise NotApplicable("it posts nothing to the ERP in the box")
    steps = ("intent",) if stage.profile.intents else ("get",)
    _, before = _taken_over_at(stage, steps)
    if len(stage.erp.entries) == before:
        return []
    what = "It posted an invoice whose lease it had lost to another worker."
    advice = "Stop at LeaseLost: the other worker posts it. post_once asks for a live lease before each push."
    return [Fault(what, advice, is_weak=not stage.profile.intents)]


@scenario("lease-lost-late", "Another worker has the invoice after it was posted", TAKES_INVOICES)
def lease_lost_late(stage: Stage) -> list[Fault]:
    calls, _ = _taken_over_at(stage, ("acknowledge",))
    reported = [call for call in calls if call.step == "result" and call.json.get("success") is True]
    if reported or (stage.profile.posts and not stage.erp.entries):
        return []
    what = "It had posted the invoice, lost its lease, and did not say that it is posted."
    advice = "Report a success also after LeaseLost: it is a fact about the ERP, and is taken. post_once does."
    return [Fault(what, advice, is_weak=not stage.profile.intents)]


@scenario("lease-lapsed", "The lease is over, and nobody else has the invoice", TAKES_INVOICES)
def lease_lapsed(stage: Stage) -> list[Fault]:
    step = "intent" if stage.profile.intents else "acknowledge"
    if step not in stage.profile.steps:
        raise NotApplicable(f"it never calls {step}")
    seeded = stage.seed(1)
    error = {"error": "lease_lapsed", "message": "The lease is over; a heartbeat takes it up again."}
    stage.proxy.before = spoil_once(step, Spoilt(409, error))
    stage.run()
    stage.spare()
    stage.recover()
    return judge(stage, seeded, plain_may_double=True)


@scenario("two-workers", "Two workers run at the same time", TAKES_INVOICES)
def two_workers(stage: Stage) -> list[Fault]:
    seeded = stage.seed(4)
    stage.ready(2)
    begun = [stage.start(place=place) for place in range(2)]
    for each in begun:
        stage.finish(each)
    leased = [call for call in stage.proxy.calls if call.step == "claim" and call.status == 200]
    keys = [call.headers.get("Idempotency-Key") for call in leased]
    given = [key for key in keys if key]
    if len(set(given)) < len(given):
        what = "Two runs claimed under one idempotency key, so both were given the same leases."
        return [Fault(what, "Leave idempotency_key out of claim, or make one for each run.")]
    stage.recover()
    return judge(stage, seeded)
