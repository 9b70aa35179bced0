"""Planted: counts cents by a float."""

from sound import Sound


class Planted(Sound):
    def content(self, invoice):
        return {**super().content(invoice), "gross": int(invoice.get_field("grossAmount") * 100)}


def run(context):
    return Planted(context).run()
