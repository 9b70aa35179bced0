"""The client: what it sends, what it makes again, what it raises."""

from __future__ import annotations

import unittest
from decimal import Decimal

from lib.errors import ApiError, BadRequest, LeaseLost, MalformedAnswer, NoAnswer, RateLimited, ServerFailed
from lib.retry import retry_after_seconds
from tests.stub_server import Answer, StubServer


class Sending(unittest.TestCase):
    def test_one_connection_serves_many_calls(self) -> None:
        with StubServer() as server:
            api = server.client()
            for _ in range(5):
                api.get("/v1/invoices", {"limit": 1, "all": True, "none": None, "list": ["a", "b c"]})
            self.assertEqual(len({asked.peer for asked in server.asked}), 1)
            self.assertEqual(server.asked[0].path, "/api/v1/invoices?limit=1&all=true&list=a%2Cb%20c")

    def test_a_job_token_goes_with_the_customer_number(self) -> None:
        with StubServer() as server:
            server.client(customer_number="C1", job_token="jt").post("v1/x", {"a": 1})
            headers = server.asked[0].headers
            self.assertEqual(headers["Authorization"], "Bearer jt")
            self.assertEqual(headers["X-Customer-Number"], "C1")
            self.assertEqual(headers["Content-Type"], "application/json")
            self.assertNotIn("X-API-Key", headers)

    def test_a_key_never_goes_to_another_host(self) -> None:
        with StubServer() as server:
            for path in ("http://elsewhere.example/v1/x", "//elsewhere.example/v1/x"):
                with self.assertRaises(ValueError):
                    server.client().get(path)
            self.assertEqual(server.asked, [])

    def test_amounts_travel_exactly(self) -> None:
        with StubServer(Answer(body=b'{"amount": 12345678901234567890.10}')) as server:
            api = server.client()
            answer = api.call("POST", "/v1/x", data={"amount": Decimal("0.10"), "big": Decimal("1E+3")}, exact=True)
            self.assertEqual(server.asked[0].body, b'{"amount":0.10,"big":1000}')
            self.assertEqual(answer["amount"], Decimal("12345678901234567890.10"))
            self.assertEqual(api.get("/v1/x")["amount"], 12345678901234567890.10)

    def test_what_has_no_json_is_never_sent(self) -> None:
        with StubServer() as server:
            for value in (float("nan"), Decimal("Infinity"), "\ud800"):
                with self.assertRaises(ValueError):
                    server.client().post("/v1/x", {"value": value})
            self.assertEqual(server.asked, [])

    def test_an_answer_that_is_no_json_says_to_check_the_address(self) -> None:
        with StubServer(Answer(body=b"<html>")) as server:
            with self.assertRaises(MalformedAnswer):
                server.client().get("/v1/x")

    def test_an_empty_answer_is_none(self) -> None:
        with StubServer(Answer(204, b"")) as server:
            self.assertIsNone(server.client().delete("/v1/x"))


class Refusals(unittest.TestCase):
    def test_an_error_carries_status_code_message_request_id_and_details(self) -> None:
        body = {
            "success": False,
            "message": "No.",
            "error": "validation_failed",
            "details": [{"field": "a", "message": "b"}],
        }
        with StubServer(Answer(400, body, {"X-Request-Id": "r-1"})) as server:
            with self.assertRaises(BadRequest) as raised:
                server.client().post("/v1/x", {})
            error = raised.exception
            self.assertEqual((error.status, error.code, error.message), (400, "validation_failed", "No."))
            self.assertEqual((error.request_id, error.details[0]["field"]), ("r-1", "a"))
            self.assertIn("r-1", str(error))

    def test_a_lost_lease_has_a_class_of_its_own(self) -> None:
        with StubServer(Answer(409, {"error": "lease_lost", "message": "Gone."})) as server:
            with self.assertRaises(LeaseLost):
                server.client().post("/v1/x", {})

    def test_a_redirection_is_not_followed(self) -> None:
        with StubServer(Answer(302, b"", {"Location": "http://elsewhere.example"})) as server:
            with self.assertRaises(ApiError):
                server.client().get("/v1/x")
            self.assertEqual(len(server.asked), 1)


class Repeating(unittest.TestCase):
    def test_a_read_is_made_again_until_it_works(self) -> None:
        with StubServer(Answer(503, {"error": "storage_unavailable"}), Answer(0), Answer(body={"ok": 1})) as server:
            self.assertEqual(server.client().get("/v1/x"), {"ok": 1})
            self.assertEqual(server.slept, [0.25, 0.5])

    def test_a_post_without_a_key_is_not_made_again(self) -> None:
        for answer, error in ((Answer(503, {"error": "storage_unavailable"}), ServerFailed), (Answer(0), NoAnswer)):
            with StubServer(answer) as server:
                with self.assertRaises(error):
                    server.client().post("/v1/x", {})
                self.assertEqual(len(server.asked), 1)

    def test_a_post_with_a_key_is_made_again_with_the_same_key(self) -> None:
        with StubServer(Answer(0), Answer(503), Answer(body={"ok": 1})) as server:
            server.client().post("/v1/x", {}, {"idempotency-key": "k"})
            self.assertEqual([asked.headers["idempotency-key"] for asked in server.asked], ["k"] * 3)

    def test_an_import_gets_a_key_of_its_own(self) -> None:
        with StubServer(Answer(0), Answer(body={"success": True, "data": {"invoice_token": "t"}})) as server:
            self.assertEqual(server.client().invoice_import({"invoice": {}})["invoice_token"], "t")
            self.assertEqual(len({asked.headers["Idempotency-Key"] for asked in server.asked}), 1)

    def test_what_was_refused_untouched_is_made_again_in_any_case(self) -> None:
        refusals = (
            Answer(429, {"error": "rate_limited"}),
            Answer(503, {"error": "overloaded"}),
            Answer(body={"ok": 1}),
        )
        with StubServer(*refusals) as server:
            self.assertEqual(server.client().post("/v1/x", {}), {"ok": 1})

    def test_retry_after_is_waited_for_with_a_little_spread(self) -> None:
        with StubServer(Answer(429, {}, {"Retry-After": "7"}), Answer(body={"ok": 1})) as server:
            server.client().get("/v1/x")
            self.assertEqual(server.slept, [7.25])

    def test_a_retry_after_too_far_away_is_told_instead(self) -> None:
        with StubServer(Answer(429, {}, {"Retry-After": "3600"})) as server:
            with self.assertRaises(RateLimited):
                server.client().get("/v1/x")
            self.assertEqual((len(server.asked), server.slept), (1, []))

    def test_the_tries_have_an_end(self) -> None:
        with StubServer(Answer(500, {"error": "internal_error"})) as server:
            with self.assertRaises(ServerFailed) as raised:
                server.client(attempts=3).get("/v1/x")
            self.assertEqual((len(server.asked), raised.exception.attempts), (3, 3))

    def test_a_refusal_is_not_made_again(self) -> None:
        with StubServer(Answer(409, {"error": "lease_lost"})) as server:
            with self.assertRaises(LeaseLost):
                server.client().get("/v1/x")
            self.assertEqual(len(server.asked), 1)

    def test_nothing_listens(self) -> None:
        with StubServer() as server:
            api = server.client(attempts=2)
        with self.assertRaises(NoAnswer) as raised:
            api.post("/v1/x", {})
        self.assertFalse(raised.exception.may_have_arrived)

    def test_retry_after_is_a_number_or_a_date(self) -> None:
        self.assertEqual(retry_after_seconds("3"), 3.0)
        self.assertEqual(retry_after_seconds("Thu, 01 Jan 1970 00:01:40 GMT", now=lambda: 90.0), 10.0)
        self.assertIsNone(retry_after_seconds("soon"))


if __name__ == "__main__":
    unittest.main()
