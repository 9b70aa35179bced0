"""The server that the live tests use, and invoices on it.

``NUNTIQ_TEST_SERVER`` holds ``{api_url, api_key, customer_number}`` of a tenant that belongs to the tests.
"""

from __future__ import annotations

import base64
import json
import os
import time
import unittest
import uuid
from typing import Any

from lib.context import JobContext

SERVER: dict[str, Any] = json.loads(os.environ.get("NUNTIQ_TEST_SERVER") or "{}")
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


class LiveTest(unittest.TestCase):
    """A test with a context on the server, and a reference that its invoices alone have."""

    def setUp(self) -> None:
        self.context = JobContext.from_config(SERVER, "live_test")
        self.addCleanup(self.context.close)
        self.reference = f"R-{uuid.uuid4()}"

    def import_invoice(self, **header: Any) -> str:
        """Imports an invoice and waits until it is ready; its token."""
        return import_invoice(self.context, {"ext_reference_1": self.reference, **header})


def import_invoice(context: JobContext, header: dict[str, Any], file_names: tuple[str, ...] = ()) -> str:
    """An invoice by import, without a mail; returns when it can be claimed."""
    number = f"N-{uuid.uuid4().hex[:12]}"
    invoice = {
        "supplier_number": "S-001",
        "invoice_number": number,
        "invoice_date": "2026-05-19",
        "currency": "EUR",
        "total_amount": "121.10",
        "lines": [{"description": "Work", "quantity": 2, "unit_price": "60.55"}],
        "addresses": [{"address_type": "vendor", "address_name": "Globex", "city": "Delft", "country": "NL"}],
        **header,
    }
    attachments = [
        {"type": "ATTACHMENT" if place else "IMAGE", "filename": name, "content": base64.b64encode(PDF).decode()}
        for place, name in enumerate(file_names)
    ]
    answer = context.api.invoice_import({"invoice": invoice, "attachments": attachments})
    token = str(answer["invoice_token"])
    wait_until(lambda: status_of(context, token) == 90, f"invoice {token} to be ready")
    return token


def status_of(context: JobContext, invoice_token: str) -> int:
    """The number of an invoice's status."""
    return int(context.api.get(f"/v1/invoices/{invoice_token}")["invoice"]["status"])


def wait_until(condition: Any, what: str, seconds: float = 30.0) -> None:
    """Asks until it holds."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"Waited in vain for {what}.")
        time.sleep(0.02)
