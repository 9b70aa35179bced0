"""Planted: thinks that every invoice has an address."""

from sound import Sound


class Planted(Sound):
    def content(self, invoice):
        return {**super().content(invoice), "city": invoice.addresses[0].city}


def run(context):
    return Planted(context).run()
