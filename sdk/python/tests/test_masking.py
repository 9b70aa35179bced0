"""Secrets never appear in a log, however they are spelt."""

from __future__ import annotations

import base64
import io
import json
import re
import unittest
from contextlib import redirect_stderr
from urllib.parse import quote, quote_plus

from lib.logger import Logger
from lib.masking import Masker
from lib.output import MaskedStream
from tests.stub_server import Answer, StubServer

SECRET = 'pä/ss w"ör\\d+&=\n1'


class Masking(unittest.TestCase):
    def assert_masked(self, text: str) -> None:
        self.assertNotIn(text, Masker({"erp": {"password": SECRET}}).mask(f"before {text} after"))

    def test_it_is_masked_as_it_is_and_escaped(self) -> None:
        for text in (
            SECRET,
            json.dumps(SECRET)[1:-1],
            json.dumps(SECRET, ensure_ascii=False)[1:-1],
            repr(SECRET)[1:-1],
        ):
            self.assert_masked(text)
        self.assert_masked(json.dumps(SECRET)[1:-1].replace("/", "\\/"))

    def test_it_is_masked_in_addresses(self) -> None:
        for text in (quote(SECRET), quote(SECRET, safe=""), quote_plus(SECRET)):
            self.assert_masked(text)
            self.assert_masked(re.sub("%..", lambda found: found.group().lower(), text))

    def test_it_is_masked_in_base_64_whatever_stands_around_it(self) -> None:
        masker = Masker(["hunter2secret"])
        for before in ("", "u", "us", "user:"):
            for after in ("", "1", "12"):
                encoded = base64.b64encode(f"{before}hunter2secret{after}".encode()).decode()
                masked = masker.mask(encoded)
                self.assertIn("***", masked)
                self.assertLessEqual(len(masked), len("***") + 4 * (len(before) + len(after) + 3) // 3)

    def test_the_longer_of_two_secrets_leaves_no_rest(self) -> None:
        self.assertEqual(Masker(["abcd", "abcdefgh"]).mask("x abcdefgh y"), "x *** y")

    def test_short_values_are_no_secrets(self) -> None:
        self.assertEqual(Masker({"verbose": True, "id": "12"}).mask("True 12"), "True 12")

    def test_lines_of_a_private_key_are_masked_each(self) -> None:
        key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0\nAASCBKcwggSjAgEAAoIBAQC\n-----END KEY-----"
        self.assertEqual(Masker([key]).mask("AASCBKcwggSjAgEAAoIBAQC"), "***")

    def test_a_secret_printed_in_two_parts_is_masked(self) -> None:
        target = io.StringIO()
        stream = MaskedStream(target, Masker(["hunter2secret"]))
        stream.write("a hunter2")
        stream.write("secret\nb")
        stream.finish()
        self.assertEqual(target.getvalue(), "a ***\nb\n")


class Logging(unittest.TestCase):
    def setUp(self) -> None:
        self.stream = io.StringIO()
        self.logger = Logger(Masker(["hunter2secret"]), self.stream)

    def test_a_line_is_as_documented(self) -> None:
        self.logger.info("text", step="a step", detail={"b": 1})
        self.logger.warn("careful")
        self.logger.error("bad")
        self.logger.debug(4711)
        lines = self.stream.getvalue().splitlines()
        self.assertRegex(lines[0], r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \[INFO\] text$")
        self.assertEqual(
            [line.split("[")[1] for line in lines], ["INFO] text", "WARN] careful", "ERROR] bad", "DEBUG] 4711"]
        )

    def test_nobody_writes_a_second_line(self) -> None:
        self.logger.info("a\n2026-01-01 00:00:00 UTC [INFO] forged\u2028\x1b[31m\u202e")
        self.assertEqual(len(self.stream.getvalue().splitlines()), 1)
        self.assertNotIn("\x1b", self.stream.getvalue())

    def test_a_secret_is_masked(self) -> None:
        self.logger.error("login with hunter2secret failed")
        self.assertNotIn("hunter2", self.stream.getvalue())


class JobLog(unittest.TestCase):
    def test_entries_go_to_the_api_in_batches_with_step_and_detail(self) -> None:
        with StubServer() as server:
            logger = Logger(Masker(["hunter2secret"]), io.StringIO(), server.client())
            logger.info("before")
            logger.attach_api()
            logger.warn("with hunter2secret", step="push", detail={"password": "hunter2secret", "n": 1})
            for number in range(250):
                logger.info(f"line {number}")
            logger.close()
            self.assertEqual({asked.path for asked in server.asked}, {"/api/v1/job/log"})
            entries = [entry for asked in server.asked for entry in asked.json]
            self.assertEqual(len(entries), 251)
            self.assertLessEqual(max(len(asked.json) for asked in server.asked), 100)
            first = {name: value for name, value in entries[0].items() if name != "at"}
            detail = {"password": "***", "n": 1}
            self.assertEqual(first, {"level": "WARN", "message": "with ***", "step": "push", "detail": detail})

    def test_a_log_that_is_not_taken_fails_nothing(self) -> None:
        with StubServer(Answer(404, {"error": "not_found"})) as server, redirect_stderr(io.StringIO()) as said:
            logger = Logger(stream=io.StringIO(), api=server.client())
            logger.attach_api()
            logger.info("x")
            logger.close()
            self.assertIn("The job log was not taken", said.getvalue())


if __name__ == "__main__":
    unittest.main()
