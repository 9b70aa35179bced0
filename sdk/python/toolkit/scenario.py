"""What a scenario is, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Callable, Iterable

if TYPE_CHECKING:
    from .ground import Ground as Stage

KINDS = ("push", "export", "pull", "poll")
TAKES_INVOICES = ("push", "export")


@dataclass(frozen=True)
class Fault:
    """What went wrong, in one sentence, and what to do; ``is_weak`` for what the plain five steps do not promise."""

    what: str
    advice: str
    is_weak: bool = False


class NotApplicable(Exception):
    """The scenario says nothing about this connector, and why."""


Check = Callable[["Stage"], Iterable[Fault]]


@dataclass(frozen=True)
class Scenario:
    """One thing that happens to a connector."""

    name: str
    title: str
    check: Check = field(repr=False)
    kinds: tuple[str, ...] = KINDS


ALL: list[Scenario] = []


def scenario(name: str, title: str, kinds: tuple[str, ...] = KINDS) -> Callable[[Check], Check]:
    """Adds a scenario to the suite."""

    def add(check: Check) -> Check:
        ALL.append(Scenario(name, title, check, kinds))
        return check

    return add
