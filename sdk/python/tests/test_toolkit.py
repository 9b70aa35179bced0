"""The suite by itself: what it has, how it tells, what its ERP does."""

from __future__ import annotations

import io
import json
import unittest
import urllib.error
import urllib.request
from pathlib import Path

from toolkit import acceptance
from toolkit.erp import BoxERP, Mishap
from toolkit.report import Report, verdict
from toolkit.scenario import ALL, KINDS, Fault, Scenario
from toolkit.stage import Profile

PLANTED = Path(__file__).parent / "defects" / "connectors"


class Suite(unittest.TestCase):
    def test_beside_each_of_its_scenarios_a_defect_is_planted(self) -> None:
        names = [each.name for each in ALL]
        self.assertGreaterEqual(len(names), 20)
        self.assertEqual(len(names), len(set(names)))
        planted = {path.stem.replace("_", "-") for path in PLANTED.glob("*.py")} - {"sound"}
        self.assertEqual(planted, set(names))

    def test_each_kind_gets_what_fits(self) -> None:
        for kind in KINDS:
            chosen = [each.name for each in acceptance.chosen_for(Profile(kind=kind))]
            self.assertIn("runs-to-success", chosen)
            self.assertEqual("erp-slow" in chosen, kind == "push")
        only = acceptance.chosen_for(Profile(kind="push"), ["secrets"])
        self.assertEqual([each.name for each in only], ["secrets"])

    def test_what_is_weak_does_not_fail_it(self) -> None:
        one = Scenario("x", "X", lambda stage: [])
        stream = io.StringIO()
        report = Report(True, stream)
        report.add(verdict(one, [], 0.1))
        report.add(verdict(one, [Fault("It is so.", "Do this.", is_weak=True)], 0.1))
        self.assertEqual(report.end("k", "push", 1.0), 0)
        report.add(verdict(one, [Fault("weak", "", is_weak=True), Fault("hard", "Do that.")], 0.1))
        self.assertEqual(report.end("k", "push", 1.0), 1)
        told = json.loads(stream.getvalue().splitlines()[-1])
        self.assertEqual((told["passed"], told["weak"], told["failed"]), (1, 1, 1))
        self.assertEqual(told["scenarios"][2]["what"], "hard")

    def test_people_read_what_went_wrong_and_what_to_do(self) -> None:
        stream = io.StringIO()
        report = Report(False, stream)
        report.add(verdict(Scenario("cut", "The line is cut", lambda stage: []), [Fault("It stopped.", "Go on.")], 0.1))
        self.assertEqual(stream.getvalue(), "✗ cut                   The line is cut\n    It stopped.\n    → Go on.\n")


class Box(unittest.TestCase):
    def setUp(self) -> None:
        self.erp = BoxERP()
        self.addCleanup(self.erp.server_close)
        self.addCleanup(self.erp.shutdown)

    def ask(self, path: str, body: object = None) -> tuple[int, object]:
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(self.erp.url + path, data) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.loads(refusal.read())

    def test_it_keeps_what_is_posted_anywhere_and_finds_it(self) -> None:
        self.assertEqual(self.ask("/api/x", {"reference": "NQ-1", "number": "N"})[0], 201)
        self.assertEqual(self.ask("/find?q=NQ-1"), (200, {"id": "ERP-000001"}))
        self.assertEqual(self.ask("/find?q=NQ-12")[0], 404)
        self.erp.is_known_refused = True
        self.assertEqual(self.ask("/api/x", {"reference": "NQ-1"}), (409, {"id": "ERP-000001"}))

    def test_it_fails_as_it_is_told(self) -> None:
        for kind, status, postings in (("error_before", 500, 0), ("error_after", 500, 1), ("refused", 422, 0)):
            self.erp.reset()
            self.erp.mishap = lambda _, kind=kind: Mishap(kind)  # type: ignore[misc]
            self.assertEqual(self.ask("/x", {"reference": "R"})[0], status)
            self.assertEqual(len(self.erp.entries), postings)


if __name__ == "__main__":
    unittest.main()
