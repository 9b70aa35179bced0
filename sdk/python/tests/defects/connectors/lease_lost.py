"""Planted: finishes what it began, also when the lease is another's."""

import time

from lib.errors import LeaseLost
from lib.objects.invoice import Push
from sound import Sound


class Planted(Sound):
    def doubtful(self, lease, invoice, content, doubt):
        if isinstance(doubt, LeaseLost):
            self.send(Push(f"NQ-{invoice.id}", time.monotonic() + 20), content)


def run(context):
    return Planted(context).run()
