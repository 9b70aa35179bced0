"""A sound connector in pieces: each defect replaces one of them."""

import http.client
import json
import re
import tempfile
from pathlib import Path
from urllib.parse import quote, urlsplit

from lib.errors import LeaseLost
from lib.objects.invoice import AlreadyPosted, InvoiceLoad, NothingSent, PostingInDoubt, PostingRefused


class Sound:
    """Posts what is ready, each once."""

    claims = 20

    def __init__(self, context):
        self.context = context
        self.load = InvoiceLoad(context)
        self.host = urlsplit(context.get_config("erp_url")).netloc
        self.counts = {"posted": 0}

    def run(self):
        while True:
            leases = self.claim()
            if not leases:
                return self.ended()
            for lease in leases:
                self.one(lease)

    def claim(self):
        return self.load.claim(limit=self.claims, modes=("post", "verify_first"))

    def ended(self):
        return self.counts

    def one(self, lease):
        invoice = self.load.get_by_token(lease.invoice_token)
        content = self.content(invoice)
        try:
            self.load.post_once(lease, f"NQ-{invoice.id}", self.find, lambda push: self.post(push, content))
            self.counts["posted"] += 1
        except (PostingInDoubt, LeaseLost) as doubt:
            self.doubtful(lease, invoice, content, doubt)

    def doubtful(self, lease, invoice, content, doubt):
        self.context.logger.warn(str(doubt))

    def content(self, invoice):
        return {"number": invoice.get_field("invoiceNumber"), "gross": str(invoice.get_decimal("grossAmount"))}

    def find(self, reference):
        status, body = self.call("GET", f"/postings?reference={quote(reference)}", None, 20)
        return body["id"] if status == 200 else None

    def post(self, push, content):
        return self.read(push, content, *self.send(push, content))

    def send(self, push, content):
        body = json.dumps({"reference": push.reference, "payload": content})
        return self.call("POST", "/postings", body, push.seconds_left())

    def read(self, push, content, status, body):
        if status == 201:
            return body["id"]
        if status == 409:
            raise AlreadyPosted(body["id"])
        if status == 422:
            raise PostingRefused(body["code"], body["message"])
        raise RuntimeError(f"the ERP answered {status}")

    def call(self, method, path, body, timeout):
        connection = http.client.HTTPConnection(self.host, timeout=max(timeout, 0.1))
        try:
            try:
                connection.connect()
            except OSError as error:
                raise NothingSent(str(error)) from error
            connection.request(method, path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or b"{}")
        finally:
            connection.close()

    def note(self, name):
        """A file outside of the run, such as some connectors keep."""
        name = re.sub(r"\W", "_", f"{self.context.customer_number}-{type(self).__module__}-{name}")
        return Path(tempfile.gettempdir(), f"nuntiq-defect-{name}")
