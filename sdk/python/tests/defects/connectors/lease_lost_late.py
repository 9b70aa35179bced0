"""Planted: does not report a posting whose lease was lost meanwhile."""

from lib.errors import LeaseLost
from lib.objects.invoice import PostingInDoubt
from sound import Sound


class Planted(Sound):
    def __init__(self, context):
        super().__init__(context)
        self.acknowledge, self.load.acknowledge = self.load.acknowledge, self.acknowledge_or_stop

    def acknowledge_or_stop(self, invoice_token):
        try:
            return self.acknowledge(invoice_token)
        except LeaseLost as lost:
            raise PostingInDoubt(str(lost)) from lost


def run(context):
    return Planted(context).run()
