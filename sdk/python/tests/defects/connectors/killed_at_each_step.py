"""Planted: keeps its doubts in a file, which a kill never writes, and posts again without a look."""

import json

from sound import Sound


class Planted(Sound):
    def one(self, lease):
        if lease.mode == "verify_first" and not self.note(lease.invoice_token).exists():
            invoice = self.load.get_by_token(lease.invoice_token)
            self.load.withdraw_intent(lease.invoice_token)
            status, body = self.call("POST", "/postings", self.bare(invoice), 20)
            self.load.integration_result(lease.invoice_token, success=True, external_id_1=body["id"])
            return
        super().one(lease)

    def bare(self, invoice):
        return json.dumps({"reference": f"NQ-{invoice.id}", "payload": self.content(invoice)})

    def doubtful(self, lease, invoice, content, doubt):
        self.note(lease.invoice_token).touch()


def run(context):
    return Planted(context).run()
