"""Planted: claims under a key that two runs at the same time share."""

import time

from sound import Sound


class Planted(Sound):
    def __init__(self, context):
        super().__init__(context)
        self.number = sum(record["version"] for record in self.load.list_all())
        time.sleep(0.7)  # it warms up, so that two at the same time have counted before one of them claims

    def claim(self):
        self.number += 1000
        key = f"batch-{self.number}"
        return self.load.claim(limit=self.claims, modes=("post", "verify_first"), idempotency_key=key)


def run(context):
    return Planted(context).run()
