"""Killed, paused, cut off: the ledger of the ERP keeps what is promised. The long form is ``tests/killer/long.py``.

``short.PythonWorkers`` and ``short.SwiftWorkers`` run the connectors of one SDK.
"""

from __future__ import annotations

import random
import tempfile
import unittest

from tests.killer.harness import KillerRun, Tally, spread
from tests.killer.own_server import OwnServer


class Interrupted:
    """A dozen interruptions for each kind of ERP; seeds are shown with a failure."""

    sdk = "python"
    #: The connector and what posts for it have at least so many steps.
    steps_min = 40

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory(prefix="nuntiq-killer-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.server = OwnServer(cls.folder)
        cls.addClassCleanup(cls.server.close)
        cls.server.start()

    folder: str
    server: OwnServer

    def interrupted(self, kind: str, kills: int, pauses: int) -> Tally:
        seed = random.randrange(10_000)
        run = KillerRun(kind, self.server, self.folder, seed, answers_dropped=0.05, sdk=self.sdk)
        self.addCleanup(run.close)
        lines = run.count_lines()
        self.assertGreater(lines, self.steps_min)
        tally = run.run(spread(lines, kills, seed), spread(lines, pauses, seed))
        self.assertEqual((tally.doubled, tally.lost, tally.wrong_ids), (0, 0, 0), f"seed {seed}: {tally}")
        self.assertGreater(tally.killed, kills // 2, f"seed {seed}: {tally}")
        return tally

    def test_an_erp_that_refuses_what_it_has_gets_each_invoice_once(self) -> None:
        tally = self.interrupted("refuses", kills=8, pauses=4)
        self.assertEqual((tally.in_doubt, tally.postings), (0, tally.invoices), str(tally))

    def test_an_erp_with_a_look_up_gets_each_invoice_once(self) -> None:
        tally = self.interrupted("looks_up", kills=8, pauses=4)
        self.assertEqual((tally.in_doubt, tally.postings), (0, tally.invoices), str(tally))

    def test_an_erp_without_either_leaves_its_doubts_to_a_person(self) -> None:
        tally = self.interrupted("blind", kills=6, pauses=2)
        self.assertLessEqual(tally.postings, tally.invoices, str(tally))
        self.assertGreaterEqual(tally.postings, tally.invoices - tally.in_doubt, str(tally))

    def test_a_connector_that_posts_what_is_in_doubt_without_looking_is_caught(self) -> None:
        run = KillerRun("looks_up", self.server, self.folder, random.randrange(10_000), sdk=self.sdk)
        self.addCleanup(run.close)
        run.erp.faults = 0.0
        lines = run.count_lines()
        run.defect = "posts_without_looking_up"
        # Near the end of the loop it has posted and not yet reported.
        tally = run.run([lines - back for back in range(1, lines // 3)], [])
        self.assertGreater(tally.doubled, 0, str(tally))


class PythonWorkers(Interrupted, unittest.TestCase):
    """By ``sdk/python``."""


class SwiftWorkers(Interrupted, unittest.TestCase):
    """By ``NuntiqConnector``."""

    sdk = "swift"
    steps_min = 20


if __name__ == "__main__":
    unittest.main()
