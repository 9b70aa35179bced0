"""Pushes invoices to the fake ERP, each once."""

import http.client
import json
from urllib.parse import quote, urlsplit

from lib.errors import LeaseLost
from lib.objects.invoice import AlreadyPosted, InvoiceLoad, NothingSent, PostingInDoubt


class ERP:
    def __init__(self, url, timeout):
        self.host = urlsplit(url).netloc
        self.timeout = timeout

    def find(self, reference):
        status, body = self.call("GET", f"/postings?reference={quote(reference)}", None, self.timeout)
        if status not in (200, 404):
            raise RuntimeError(f"the ERP answered {status}")
        return body["id"] if status == 200 else None

    def post(self, push, payload):
        status, body = self.call(
            "POST", "/postings", json.dumps({"reference": push.reference, "payload": payload}), push.seconds_left()
        )
        if status == 409:
            raise AlreadyPosted(body["id"])
        if status != 201:
            raise RuntimeError(f"the ERP answered {status}")
        return body["id"]

    def call(self, method, path, body, timeout):
        connection = http.client.HTTPConnection(self.host, timeout=max(timeout, 0.001))
        try:
            try:
                connection.connect()
            except ConnectionRefusedError as error:
                raise NothingSent(str(error)) from error
            connection.request(method, path, body)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()


def run(context):
    erp = ERP(context.get_config("erp_url"), 5.0)
    kind = context.get_config("erp_kind")
    modes = ("post",) if kind == "blind" else ("post", "verify_first")
    load = InvoiceLoad(context)
    # What must be caught: a worker that takes what is in doubt and does not look it up.
    is_blindfold = context.get_param("defect") == "posts_without_looking_up"
    find = (lambda _: None) if is_blindfold else erp.find
    counts = {}
    while True:
        leases = load.claim(limit=context.get_param("limit", 1), lease_ttl_seconds=60, modes=modes)
        for lease in leases:
            invoice = load.get_by_token(lease.invoice_token)
            payload = {"number": invoice.get_field("invoiceNumber"), "gross": str(invoice.get_decimal("grossAmount"))}
            try:
                outcome = load.post_once(
                    lease,
                    f"NQ-{lease.invoice_token}",
                    find if kind == "looks_up" else None,
                    lambda push: erp.post(push, payload),
                    push_seconds=2,
                    settle_seconds=1,
                    erp_refuses_known=kind == "refuses",
                ).outcome
            except (PostingInDoubt, LeaseLost, NothingSent) as error:
                context.logger.warn(f"{type(error).__name__}: {error}")
                outcome = type(error).__name__
            counts[outcome] = counts.get(outcome, 0) + 1
        if not leases or context.get_param("once"):
            return counts
