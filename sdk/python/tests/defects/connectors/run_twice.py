"""Planted: with nothing to do, it posts what was processed again, to be sure."""

import json

from sound import Sound


class Planted(Sound):
    def run(self):
        leases = self.claim()
        if not leases:
            for record in list(self.load.list_all(state="Processed"))[:20]:
                reference = f"NQ-{record['invoice_id']}"
                if self.find(reference):
                    self.call("POST", "/postings", json.dumps({"reference": reference}), 20)
        for lease in leases:
            self.one(lease)
        return super().run() if leases else self.counts


def run(context):
    return Planted(context).run()
