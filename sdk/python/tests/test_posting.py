"""``post_once``, step by step: what is asked of the API and of the ERP, in which order."""

from __future__ import annotations

import signal
import time
import unittest
from typing import Any, Callable

from lib.errors import LeaseLost
from lib.objects.invoice import (
    AlreadyPosted,
    InvoiceLease,
    InvoiceLoad,
    NothingSent,
    PostingInDoubt,
    PostingIntent,
    PostingRefused,
    PostOutcome,
    Push,
)
from lib.push_limit import PushTimedOut, run_limited
from tests.stub_server import Answer, StubServer

TOKEN = "01a1fd71-3008-7968-b1b1-b16cae7b5f9b"
INTENT = PostingIntent("NQ-1", "", "2026-05-19T00:00:00Z", 60, 60)


class Posting(unittest.TestCase):
    def setUp(self) -> None:
        self.server = StubServer(Answer(body={"push_seconds": 60, "lease_expires_at": "x"}))
        self.server.__enter__()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.context = self.server.context()
        self.addCleanup(self.context.close)
        self.load = InvoiceLoad(self.context)
        self.looked_up: list[str] = []

    def post_once(
        self,
        post: Callable[[Push], Any],
        mode: str = "post",
        intent: PostingIntent | None = None,
        exists: str | None = None,
        can_look_up: bool = True,
        **settings: Any,
    ) -> PostOutcome:
        lease = InvoiceLease(TOKEN, "x", "l-1", 1, mode, intent)
        self.context.leases.hold(TOKEN, "l-1", 300, time.monotonic())

        def find(reference: str) -> str | None:
            self.looked_up.append(reference)
            return exists

        return self.load.post_once(lease, "NQ-1", find if can_look_up else None, post, **settings)

    def steps(self) -> list[str]:
        return [f"{asked.method} {asked.path.rsplit('/', 1)[1]}" for asked in self.server.asked]

    def test_intent_push_acknowledge_result(self) -> None:
        limits: list[float] = []

        def post(push: Push) -> str:
            self.assertEqual(self.steps(), ["POST posting-intent"])
            limits.append(push.seconds_left())
            return "E-1"

        outcome = self.post_once(post)
        self.assertEqual((outcome.outcome, outcome.external_id_1), ("posted", "E-1"))
        self.assertEqual(self.steps(), ["POST posting-intent", "POST acknowledge", "POST integration-result"])
        self.assertTrue(50 < limits[0] <= 60)
        self.assertEqual(self.server.asked[-1].json, {"success": True, "external_id_1": "E-1"})

    def test_what_the_erp_has_is_not_posted(self) -> None:
        outcome = self.post_once(self.fail, exists="E-7")
        self.assertEqual((outcome.outcome, outcome.external_id_1), ("found", "E-7"))
        self.assertEqual(self.steps(), ["POST integration-result"])

    def test_a_doubt_that_the_erp_does_not_know_is_withdrawn_before_the_push(self) -> None:
        self.post_once(lambda _: "E-1", "verify_first", INTENT)
        self.assertEqual(self.steps()[:2], ["DELETE posting-intent", "POST posting-intent"])

    def test_a_doubt_that_cannot_be_verified_is_given_back(self) -> None:
        for mode, can_look_up in (("verify_first", False), ("post", True)):
            self.server.asked.clear()
            with self.assertRaises(PostingInDoubt):
                self.post_once(self.fail, mode, INTENT, can_look_up=can_look_up)
            self.assertEqual(self.steps(), ["DELETE lease"])

    def test_an_erp_that_refuses_what_it_has_is_asked_by_posting(self) -> None:
        def post(_: Push) -> str:
            raise AlreadyPosted("E-3")

        outcome = self.post_once(post, "verify_first", INTENT, can_look_up=False, erp_refuses_known=True)
        self.assertEqual((outcome.outcome, outcome.external_id_1), ("found", "E-3"))

    def test_a_push_that_failed_is_looked_up_and_else_left_in_doubt(self) -> None:
        def post(_: Push) -> str:
            raise TimeoutError("no answer")

        with self.assertRaises(PostingInDoubt) as raised:
            self.post_once(post)
        self.assertIsInstance(raised.exception.__cause__, TimeoutError)
        self.assertEqual((self.steps()[-1], len(self.looked_up)), ("DELETE lease", 2))

    def test_a_refusal_is_reported_as_a_failure(self) -> None:
        def post(_: Push) -> str:
            raise PostingRefused("ACCOUNT_MISSING", "4711")

        self.assertEqual(self.post_once(post).outcome, "refused")
        body = {"success": False, "failure_code": "ACCOUNT_MISSING", "failure_message": "4711"}
        self.assertEqual(self.server.asked[-1].json, body)

    def test_when_nothing_was_sent_the_invoice_goes_back_into_the_queue(self) -> None:
        def post(_: Push) -> str:
            raise NothingSent("connection refused")

        with self.assertRaises(NothingSent):
            self.post_once(post)
        self.assertEqual(self.steps()[1:], ["DELETE posting-intent", "DELETE lease"])

    def test_a_push_ends_at_its_deadline_whatever_it_catches(self) -> None:
        self.server.answers = [Answer(body={"push_seconds": 1})]

        def post(_: Push) -> str:
            while True:
                try:
                    time.sleep(10)
                except Exception:
                    continue

        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})  # as a server may start its children
        self.addCleanup(signal.pthread_sigmask, signal.SIG_SETMASK, before)
        started = time.monotonic()
        with self.assertRaises(PostingInDoubt):
            self.post_once(post, push_seconds=1)
        self.assertLess(time.monotonic() - started, 5)

    def test_the_timer_is_put_away_whatever_happens(self) -> None:
        def busy() -> None:
            end = time.monotonic() + 0.01
            while time.monotonic() < end:
                pass

        for _ in range(50):
            try:
                run_limited(time.monotonic() + 0.01, busy)
            except PushTimedOut:
                pass
            self.assertEqual(signal.getitimer(signal.ITIMER_REAL), (0.0, 0.0))
            self.assertEqual(signal.getsignal(signal.SIGALRM), signal.SIG_DFL)

    def test_a_lease_that_was_lost_stops_it_before_the_push(self) -> None:
        self.server.answers = [Answer(409, {"error": "lease_lost", "message": "Gone."})]
        with self.assertRaises(LeaseLost):
            self.post_once(self.fail)

    def test_a_lapsed_lease_is_taken_up_again_before_the_intent(self) -> None:
        lapsed = Answer(409, {"error": "lease_lapsed", "message": "Over."})
        self.server.answers = [lapsed, Answer(body={"push_seconds": 60})]
        self.post_once(lambda _: "E-1")
        self.assertEqual(self.steps()[:3], ["POST posting-intent", "POST lease", "POST posting-intent"])

    def test_a_success_is_reported_although_the_acknowledge_is_refused(self) -> None:
        intent, refusal = Answer(body={"push_seconds": 60}), Answer(409, {"error": "lease_lost", "message": "Gone."})
        self.server.answers = [intent, refusal, Answer(body={"ok": True})]
        self.assertEqual(self.post_once(lambda _: "E-1").outcome, "posted")
        self.assertEqual(self.steps()[-1], "POST integration-result")


if __name__ == "__main__":
    unittest.main()
