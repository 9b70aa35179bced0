"""Scenarios in which the ERP fails."""

from __future__ import annotations

import socket
from typing import Callable

from .erp import Mishap
from .ground import Ground as Stage
from .judging import ended, judge
from .scenario import Fault, NotApplicable, scenario
from .stage import Seeded

_PUSH = ("push",)


def _posting(stage: Stage) -> None:
    if not stage.profile.posts:
        raise NotApplicable("it posts nothing to the ERP in the box")


def _first(mishap: Mishap, times: int = 1) -> Callable[[str], Mishap | None]:
    left = [times]

    def next_one(_: str) -> Mishap | None:
        left[0] -= 1
        return mishap if left[0] >= 0 else None

    return next_one


def _play(stage: Stage, mishap: Mishap, weak: bool = False) -> list[Fault]:
    _posting(stage)
    seeded = stage.seed(1)
    stage.erp.mishap = _first(mishap)
    stage.run()
    stage.spare()
    stage.recover()
    return judge(stage, seeded, plain_may_double=weak)


@scenario("erp-slow", "The ERP takes its time", _PUSH)
def slow(stage: Stage) -> list[Fault]:
    return _play(stage, Mishap("slow", 1.3), weak=True)


@scenario("erp-error-before", "The ERP says 500 and has posted nothing", _PUSH)
def error_before(stage: Stage) -> list[Fault]:
    return _play(stage, Mishap("error_before"))


@scenario("erp-error-after", "The ERP posts, and says 500", _PUSH)
def error_after(stage: Stage) -> list[Fault]:
    return _play(stage, Mishap("error_after"), weak=True)


@scenario("erp-drops-answer", "The ERP posts, and its answer is lost", _PUSH)
def drops_answer(stage: Stage) -> list[Fault]:
    return _play(stage, Mishap("drop_answer"), weak=True)


@scenario("erp-shows-late", "The answer is lost, and the ERP shows the posting later", _PUSH)
def shows_late(stage: Stage) -> list[Fault]:
    _posting(stage)
    if not stage.profile.looks_up:
        raise NotApplicable("it never looks anything up in the ERP")
    seeded = stage.seed(1)
    stage.erp.mishap = _first(Mishap("drop_answer"))
    stage.erp.shown_after = 3600.0
    with stage.server.standing():
        stage.run()
    stage.erp.shown_after = 0.0
    stage.recover()
    return judge(stage, seeded, plain_may_double=True)


@scenario("erp-has-it", "The ERP refuses what it has, and does not show it", _PUSH)
def has_it(stage: Stage) -> list[Fault]:
    _posting(stage)
    seeded = stage.seed(1)
    stage.erp.is_known_refused = True
    stage.erp.shown_after = 3600.0
    stage.erp.after = lambda method, _: method == "GET" or _killed(stage)
    stage.run()
    stage.spare()
    stage.recover(rounds=2)
    (one,) = ended(stage, seeded)
    if one.status == 97:
        what = f"Invoice {one.number} was reported as failed: the ERP refused it because it has it."
        return [Fault(what, "Raise AlreadyPosted(id) out of post when the ERP says that it has the reference.")]
    stage.erp.shown_after = 0.0
    stage.recover()
    return judge(stage, seeded, plain_may_double=True)


def _killed(stage: Stage) -> bool:
    stage.kill()
    return False


@scenario("erp-unreachable", "The ERP cannot be reached", _PUSH)
def unreachable(stage: Stage) -> list[Fault]:
    _posting(stage)
    seeded = stage.seed(1)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{probe.getsockname()[1]}"
    stage.run(erp_url=closed)
    (one,) = ended(stage, seeded)
    if one.status == 97:
        what = f"Invoice {one.number} was reported as failed, and the ERP had never heard of it."
        return [Fault(what, "Raise NothingSent where no connection could be made: the invoice goes back into the queue.")]
    stage.recover()
    return judge(stage, seeded)


@scenario("erp-refuses-one", "The ERP refuses one of three invoices for good", _PUSH)
def refuses_one(stage: Stage) -> list[Fault]:
    _posting(stage)
    seeded = stage.seed(3)
    chosen: list[Seeded] = []

    def refuse(body: str) -> Mishap | None:
        chosen.extend(each for each in seeded if not chosen and each.number in body)
        return Mishap("refused") if any(each.number in body for each in chosen) else None

    stage.erp.mishap = refuse
    stage.run()
    stage.recover(rounds=2)
    if not chosen:
        raise NotApplicable("its postings do not name the invoice's number")
    bad = chosen[0]
    others = [each for each in seeded if each is not bad]
    left = [each for each in ended(stage, others) if each.status != 100]
    if left:
        what = f"{len(left)} invoices waited because another one was refused."
        return [Fault(what, "Handle a refusal per invoice: raise PostingRefused(code, message) out of post.")]
    (one,) = ended(stage, [bad])
    if one.status == 100 and not one.postings:
        return [Fault(f"Invoice {one.number} was refused by the ERP and reported as posted.", "Check the ERP's status.")]
    if one.status in (90, 91, 92, 93, 95):
        what = f"Invoice {one.number} was refused for good, and nobody was told: it is still at {one.status}."
        return [Fault(what, "Report it: raise PostingRefused(code, message) out of post.", is_weak=True)]
    return judge(stage, others)


