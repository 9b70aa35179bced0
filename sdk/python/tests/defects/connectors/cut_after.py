"""Planted: reports by a bare call, which is not made again."""

from sound import Sound


class Planted(Sound):
    def __init__(self, context):
        super().__init__(context)
        self.load.integration_result = self.report

    def report(self, invoice_token, **members):
        path = f"/v1/invoices/{invoice_token}/integration-result"
        self.context.api.post(path, members, self.context.leases.headers(invoice_token))


def run(context):
    return Planted(context).run()
