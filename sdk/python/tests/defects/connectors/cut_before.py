"""Planted: claims by a bare call without a key."""

from lib.objects.invoice_lease import lease_of
from sound import Sound


class Planted(Sound):
    def claim(self):
        wanted = {"state": "PendingIntegration", "limit": 20, "modes": ["post", "verify_first"]}
        return [lease_of(raw) for raw in self.context.api.post("/v1/invoices/claim", wanted)["leases"]]


def run(context):
    return Planted(context).run()
