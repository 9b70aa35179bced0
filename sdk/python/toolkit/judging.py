"""What is expected of invoices after a scenario, compared with the ERP's ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterable, Iterator

from .erp import Entry
from .scenario import Fault
from .ground import Ground as Stage
from .stage import Run, Seeded

USE_POST_ONCE = "Post with load.post_once: it looks up what may have arrived before it posts again."


@dataclass(frozen=True)
class Ended:
    """How an invoice ended."""

    number: str
    status: int
    external_id: Any
    postings: list[Entry]


def ended(stage: Stage, seeded: Iterable[Seeded]) -> Iterator[Ended]:
    """How each invoice stands in Nuntiq and in the ledger."""
    for each in seeded:
        detail = stage.detail(each.token)
        names = {each.number, each.token, f"NQ-{detail['invoice']['id']}"}
        mine = [entry for entry in stage.erp.entries if entry.reference in names or _is_in(each, entry)]
        external = (detail.get("integration") or {}).get("external_id_1")
        yield Ended(each.number, int(detail["invoice"]["status"]), external, mine)


def judge(stage: Stage, seeded: Iterable[Seeded], plain_may_double: bool = False) -> list[Fault]:
    """Every invoice is at its end, is in the ledger once, and is reported under the id that it has there."""
    faults = [fault for each in ended(stage, seeded) for fault in _judge_one(stage, each, plain_may_double)]
    return faults[:1]


def _judge_one(stage: Stage, each: Ended, plain_may_double: bool) -> Iterator[Fault]:
    profile, count = stage.profile, len(each.postings)
    if profile.posts and count > 1:
        is_weak = plain_may_double and not profile.intents
        yield Fault(f"Invoice {each.number} was posted {count} times in the ERP.", USE_POST_ONCE, is_weak)
    elif profile.posts and each.status == 97 and count:
        yield Fault(
            f"Invoice {each.number} was reported as failed, and the ERP has it as {each.postings[0].name}.",
            "A failure is only what the ERP refused for good; an error may come after the posting: look it up.",
        )
    elif profile.posts and each.status == 100 and not count:
        yield Fault(
            f"Invoice {each.number} was reported as posted, and the ERP does not have it.",
            "Report a success only with the id that the ERP gave; check its status before the body is read.",
        )
    elif each.status == 97:
        yield Fault(
            f"Invoice {each.number} was reported as failed, though nothing is wrong with it.",
            "Report what the ERP refused for good; let everything else be tried again.",
        )
    elif each.status == 95 and not profile.verifies:
        return  # a person settles it: that is what is promised
    elif each.status != 100:
        yield Fault(
            f"Invoice {each.number} was never finished: it is still at {each.status}.",
            "Report a result for each invoice that was claimed, and let the next run take what is left.",
        )
    elif profile.posts and count and each.external_id != each.postings[0].name:
        yield Fault(
            f"Invoice {each.number} is {each.postings[0].name} in the ERP, and was reported as {each.external_id}.",
            "Report the id of the posting as external_id_1.",
        )


def succeeded(run: Run, advice: str) -> list[Fault]:
    """A fault unless the run said that it succeeded."""
    return [] if run.is_success else [Fault(f"The run failed: {run.why}.", advice)]


def _is_in(each: Seeded, entry: Entry) -> bool:
    return each.number in entry.body or each.token in entry.body
