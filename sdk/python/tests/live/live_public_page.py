"""The public page's snippets, joined into one connector without a changed character, run to success."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

from lib.objects.invoice import InvoiceLoad
from tests.live.server import SERVER, LiveTest, import_invoice, status_of

PAGE = Path(__file__).with_name("public_page.txt").read_text(encoding="utf-8").splitlines()
MAIN = Path(__file__).parents[2] / "main.py"


def joined() -> str:
    """Every line of the page once, in its order; between them only what makes it one program."""
    first, load, claim, get, acknowledge, success, failure, records, messages = PAGE
    parts = [
        (4, first),
        (4, load),
        (4, claim),
        (4, "for lease in leases:"),
        (8, get),
        (8, acknowledge),
        (8, "if invoice.ext_reference(1) == 'CUSTOMER-A':"),
        (12, success),
        (8, "else:"),
        (12, failure),
        (4, records),
        (4, messages),
        (4, "return {'claimed': len(leases), 'email': invoice.email is None, 'matches': len(invoice.ai_matches)}"),
    ]
    body = "\n".join(textwrap.indent(line, " " * depth) for depth, line in parts)
    return f'"""The public page."""\n\n\ndef run(context):\n{body}\n'


class PublicPage(LiveTest):
    def test_its_snippets_run_to_success(self) -> None:
        source = joined()
        for line in PAGE:
            self.assertIn(line, source)
        load = InvoiceLoad(self.context)
        while load.claim(limit=50, lease_ttl_seconds=1800):
            pass  # what other tests left is taken away
        posted = import_invoice(self.context, {"ext_reference_1": "CUSTOMER-A"}, ("invoice.pdf",))
        refused = import_invoice(self.context, {"ext_reference_1": "CUSTOMER-B"})
        with tempfile.TemporaryDirectory() as bundle:
            Path(bundle, "connectors").mkdir()
            Path(bundle, "connectors", "public_page.py").write_text(source, encoding="utf-8")
            Path(bundle, "config.json").write_text(json.dumps(SERVER), encoding="utf-8")
            run = subprocess.run(
                [
                    sys.executable,
                    str(MAIN),
                    "--entrypoint",
                    "public_page",
                    "--connector-path",
                    bundle,
                    "--config",
                    str(Path(bundle, "config.json")),
                ],
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
        line, result = run.stdout.splitlines()
        self.assertEqual(line, "================ result ================", run.stderr)
        self.assertEqual(json.loads(result), {"claimed": 2, "email": True, "matches": 0, "success": True}, run.stderr)
        self.assertEqual((status_of(self.context, posted), status_of(self.context, refused)), (100, 97))


if __name__ == "__main__":
    unittest.main()
