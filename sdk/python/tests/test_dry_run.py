"""The dry run: no write reaches anyone, and each posting is shown field by field."""

from __future__ import annotations

import json
import shutil
import unittest
from pathlib import Path
from typing import Any

from tests.flight_case import KEY, FlightCase
from tests.stub_server import Answer, StubServer

SAMPLES = Path(__file__).parents[3] / "connectors"
TOKEN = "01a1fe2f-92af-7e9b-ba09-7b03f3516806"
INVOICE = {
    "invoice": {
        "id": 8,
        "invoice_token": TOKEN,
        "status": 90,
        "fields": [],
        "lines": [],
    },
    "fields": {"supplierNumber": "S-1", "invoiceNumber": "N-1", "grossAmount": 121.10},
}
LISTED = {"items": [{"invoice_token": TOKEN}], "next_cursor": None}
PLAIN = """
import json, urllib.request
from lib.objects.invoice import InvoiceLoad
def run(context):
    load, count = InvoiceLoad(context), 0
    for lease in load.claim():
        body = json.dumps({'number': 'N-1', 'password': context.get_secret('password')}).encode()
        request = urllib.request.Request(context.get_config('erp_url') + '/postings', data=body)
        number = json.loads(urllib.request.urlopen(request).read())['id']
        load.acknowledge(lease.invoice_token)
        load.integration_result(lease.invoice_token, success=True, external_id_1=number)
        count += 1
    return {'posted': count}
"""


class DryRun(FlightCase):
    def dry_run(self, status: int = 0, answers: tuple[Answer, ...] = (), **config: Any) -> dict[str, Any]:
        reads = answers or (Answer(200, LISTED),)
        with StubServer(*reads) as nuntiq, StubServer(Answer(404)) as erp:
            given = {"api_url": nuntiq.url, "api_key": KEY, "secrets": {"password": "hunter2secret"}}
            given.update({"config": {"erp_url": erp.url, "connector_name": "x"}, **config})
            run = self.run_main("--dry-run", "--json", config=given)
            asked = nuntiq.asked + erp.asked
        self.assertEqual(run.returncode, status, run.stderr + run.stdout)
        self.assertEqual([each for each in asked if each.method not in ("GET", "HEAD", "OPTIONS")], [])
        self.assertNotIn("hunter2secret", run.stdout + run.stderr)
        report: dict[str, Any] = json.loads(run.stdout)
        return report

    def test_a_plain_connector_is_shown_up_to_what_nobody_can_answer(self) -> None:
        self.write(PLAIN)
        report = self.dry_run()
        (posting,) = report["dry_run"]["postings"]
        self.assertEqual((posting["method"], posting["url"].rsplit("/", 1)[1]), ("POST", "postings"))
        self.assertIn({"field": "number", "value": "N-1"}, posting["fields"])
        self.assertIn("dry_run.answer", report["stopped"])

    def test_with_an_answer_of_the_settings_it_comes_to_its_end(self) -> None:
        self.write(PLAIN)
        report = self.dry_run(dry_run={"answer": {"status": 201, "body": {"id": "E-1"}}})
        self.assertEqual((report["posted"], len(report["dry_run"]["postings"])), (1, 1))
        told = report["dry_run"]["nuntiq"]
        self.assertEqual([call["path"].rsplit("/", 1)[1] for call in told], ["claim", "acknowledge", "integration-result"])
        self.assertIn({"field": "external_id_1", "value": "E-1"}, told[2]["fields"])
        self.assertEqual(report["dry_run"]["writes_sent"], 0)

    def test_a_sample_that_pulls_shows_its_rows(self) -> None:
        shutil.copytree(SAMPLES / "sample_data", self.bundle / "connectors" / "sample_data")
        self.write((SAMPLES / "02_pull_suppliers.py").read_text(encoding="utf-8").split('"""', 2)[2])
        report = self.dry_run(answers=(Answer(200, {"status": "idle", "committed_cursor_value": None}),))
        sent = {call["path"].rsplit("/", 1)[1]: call["fields"] for call in report["dry_run"]["nuntiq"]}
        self.assertEqual(list(sent), ["begin", "supplier", "complete"])
        self.assertIn("data[0].supplier_number", [each["field"] for each in sent["supplier"]])

    def test_nothing_leaves_by_another_way(self) -> None:
        for body in (
            "import subprocess\ndef run(context): subprocess.run(['true'])",
            "import socket\ndef run(context): socket.create_connection(('127.0.0.1', 9))",
            "import os\ndef run(context): os.system('true')",
        ):
            self.write(body)
            self.assertIn("lets nothing out", self.dry_run()["stopped"], body)

    def test_people_get_a_table(self) -> None:
        self.write(PLAIN)
        with StubServer(Answer(200, LISTED)) as nuntiq:
            given = {"api_url": nuntiq.url, "api_key": KEY, "config": {"erp_url": "http://127.0.0.1:1"}}
            run = self.run_main("--dry-run", config=given)
        self.assertIn("Posting 1\n  POST http://127.0.0.1:1/postings\n", run.stderr)
        self.assertRegex(run.stderr, r"  number +N-1\n")
        self.assertIn("No write was sent.", run.stderr)


if __name__ == "__main__":
    unittest.main()
