"""Planted: sends Latin-1."""

from sound import Sound


class Planted(Sound):
    def content(self, invoice):
        content = super().content(invoice)
        return {name: value.encode("latin-1", "replace").decode("latin-1") for name, value in content.items()}


def run(context):
    return Planted(context).run()
