"""Posts invoices that are ready in an ERP, each exactly once, and reports how that went."""

import http.client
import json
from urllib.parse import quote, urlsplit

from lib.objects.invoice import AlreadyPosted, InvoiceLoad, NothingSent, PostingInDoubt, PostingRefused
from lib.errors import LeaseLost


def run(context):
    erp = ERP(context.get_config("erp_url", "http://localhost:8090"))
    load = InvoiceLoad(context)
    counts = {"posted": 0, "found": 0, "refused": 0, "in_doubt": 0}
    while True:
        leases = load.claim(limit=20, modes=("post", "verify_first"))
        if not leases:
            return counts
        for lease in leases:
            invoice = load.get_by_token(lease.invoice_token)
            # The reference depends on the invoice alone: under it the posting is found again after a crash.
            reference, content = f"NQ-{invoice.id}", payload(invoice)
            try:
                outcome = load.post_once(lease, reference, erp.find, lambda push: erp.post(push, content))
                counts[outcome.outcome] += 1
                context.logger.info(f"{reference}: {outcome.outcome} as {outcome.external_id_1}", step="push")
            except (PostingInDoubt, LeaseLost) as doubt:
                # It is looked up before it is posted again: go on with the next.
                counts["in_doubt"] += 1
                context.logger.warn(f"{reference}: {doubt}", step="push")


def payload(invoice):
    return {
        "supplier": invoice.get_field("supplierNumber"),
        "number": invoice.get_field("invoiceNumber"),
        "date": invoice.get_field("invoiceDate"),
        "currency": invoice.get_field("currencyCode"),
        "gross": str(invoice.get_decimal("grossAmount")),  # exact: no float between Nuntiq and the ledger
        "lines": [
            {"text": line.get_field("description"), "net": str(line.get_decimal("netAmount"))} for line in invoice.lines
        ],
    }


class ERP:
    """The ERP's interface: replace it by yours."""

    def __init__(self, url):
        self.host = urlsplit(url).netloc

    def find(self, reference):
        """The ERP's id of what was posted under a reference, or None."""
        status, body = self.call("GET", f"/postings?reference={quote(reference)}", None, 30)
        if status not in (200, 404):
            raise RuntimeError(f"the ERP answered {status}")  # it did not say that there is nothing
        return body["id"] if status == 200 else None

    def post(self, push, content):
        """Posts within the time that is left, and returns the ERP's id."""
        body = json.dumps({"reference": push.reference, "payload": content})
        status, answer = self.call("POST", "/postings", body, push.seconds_left())
        if status == 201:
            return answer["id"]
        if status == 409:
            raise AlreadyPosted(answer["id"])
        if status == 422:
            raise PostingRefused(answer.get("code", "REFUSED"), answer.get("message", ""))
        raise RuntimeError(f"the ERP answered {status}")

    def call(self, method, path, body, timeout):
        connection = http.client.HTTPConnection(self.host, timeout=max(timeout, 0.1))
        try:
            try:
                connection.connect()
            except OSError as error:
                raise NothingSent(f"no connection to the ERP: {error}") from error
            connection.request(method, path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or b"{}")
        finally:
            connection.close()
