"""Planted: reports a lapsed lease as a failure of the invoice."""

from lib.errors import LeaseLapsed
from lib.objects.invoice import PostingInDoubt
from sound import Sound


class Planted(Sound):
    def __init__(self, context):
        super().__init__(context)
        self.place_intent, self.load.place_intent = self.load.place_intent, self.place_or_fail

    def place_or_fail(self, invoice_token, *arguments):
        try:
            return self.place_intent(invoice_token, *arguments)
        except LeaseLapsed as lapsed:
            self.load.integration_result(invoice_token, success=False, failure_code="LEASE", failure_message=str(lapsed))
            raise PostingInDoubt(str(lapsed)) from lapsed


def run(context):
    return Planted(context).run()
