"""Leases are renewed in time, until their result, their loss, or half an hour."""

from __future__ import annotations

import io
import threading
import unittest
from typing import Any

from lib.errors import ApiError, LeaseLost, NoAnswer
from lib.lease_keeper import KEEP_SECONDS_MAX, LeaseKeeper
from lib.logger import Logger


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Api:
    """Takes heartbeats; ``error`` is raised instead, once or for ever."""

    def __init__(self) -> None:
        self.renewed: list[tuple[str, int]] = []
        self.errors: list[Exception] = []
        self.heard = threading.Condition()

    def call(self, method: str, path: str, data: Any = None, **_: Any) -> dict[str, Any]:
        with self.heard:
            self.renewed.append((path.split("/")[3], data["extend_seconds"]))
            self.heard.notify_all()
            if self.errors:
                raise self.errors.pop(0)
        return {"ok": True}

    def wait_for(self, count: int) -> None:
        with self.heard:
            if not self.heard.wait_for(lambda: len(self.renewed) >= count, timeout=10):
                raise AssertionError(f"{len(self.renewed)} heartbeats instead of {count}")


class Keeping(unittest.TestCase):
    def setUp(self) -> None:
        self.clock, self.api = Clock(), Api()
        self.keeper = LeaseKeeper(self.api, Logger(stream=io.StringIO()), self.clock)  # type: ignore[arg-type]
        self.addCleanup(self.keeper.close)

    def turn(self, seconds: float) -> None:
        self.clock.now += seconds
        with self.keeper._wake:
            self.keeper._wake.notify()

    def test_a_lease_is_renewed_when_a_third_is_over(self) -> None:
        self.keeper.hold("a", "l", 60, self.clock.now)
        self.turn(19)
        self.assertEqual(self.api.renewed, [])
        self.turn(1)
        self.api.wait_for(1)
        self.assertEqual(self.api.renewed, [("a", 60)])
        self.turn(20)
        self.api.wait_for(2)
        self.assertGreater(self.keeper.seconds_left("a"), 30)

    def test_a_lease_of_unknown_age_is_renewed_at_once(self) -> None:
        self.keeper.hold("a", "l", 300, self.clock.now, is_fresh=False)
        self.api.wait_for(1)

    def test_it_ends_half_an_hour_after_the_claim(self) -> None:
        self.keeper.hold("a", "l", 1800, self.clock.now)
        self.turn(KEEP_SECONDS_MAX)
        self.keeper.hold("b", "l", 60, self.clock.now - 20)
        self.api.wait_for(1)
        self.assertEqual([token for token, _ in self.api.renewed], ["b"])
        self.assertFalse(self.keeper.is_held("a"))
        self.assertEqual(self.keeper.headers("a"), {"X-Lease-Token": "l"})

    def test_what_was_reported_is_not_renewed(self) -> None:
        self.keeper.hold("a", "l", 60, self.clock.now)
        self.keeper.let_go("a")
        self.keeper.hold("b", "l", 60, self.clock.now)
        self.turn(21)
        self.api.wait_for(1)
        self.assertEqual([token for token, _ in self.api.renewed], ["b"])

    def test_an_answer_that_was_lost_is_asked_for_again_soon(self) -> None:
        self.api.errors = [NoAnswer("lost", True)]
        self.keeper.hold("a", "l", 60, self.clock.now)
        self.turn(20)
        self.api.wait_for(1)
        self.turn(6)
        self.api.wait_for(2)
        self.assertGreater(self.keeper.seconds_left("a"), 50)

    def test_a_lost_lease_is_known_as_lost(self) -> None:
        self.api.errors = [LeaseLost(409, "lease_lost", "Gone.")]
        self.keeper.hold("a", "l", 60, self.clock.now)
        self.turn(20)
        self.api.wait_for(1)
        self.keeper.hold("b", "l", 60, self.clock.now - 20)
        self.api.wait_for(2)  # the thread has gone on: what it learnt is noted
        with self.assertRaises(LeaseLost):
            self.keeper.require_not_lost("a")
        self.assertEqual(self.keeper.seconds_left("a"), 0)

    def test_one_thread_renews_them_all_and_stops(self) -> None:
        before = self.threads()
        for number in range(50):
            self.keeper.hold(f"t{number}", "l", 60, self.clock.now - 20)
        self.api.wait_for(50)
        self.assertEqual(self.threads() - before, 1)
        self.keeper.close()
        self.assertEqual(self.threads(), before)

    @staticmethod
    def threads() -> int:
        return [thread.name for thread in threading.enumerate()].count("nuntiq-leases")

    def test_an_error_of_another_kind_ends_the_renewing(self) -> None:
        self.api.errors = [ApiError(404, "invoice_not_found", "Gone.")]
        self.keeper.hold("a", "l", 60, self.clock.now - 20)
        self.api.wait_for(1)
        self.keeper.hold("b", "l", 60, self.clock.now - 20)
        self.api.wait_for(2)
        self.assertFalse(self.keeper.is_held("a"))


if __name__ == "__main__":
    unittest.main()
