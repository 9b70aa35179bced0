"""Planted: returns an object of Python."""

from sound import Sound


class Planted(Sound):
    def one(self, lease):
        self.counts["last"] = lease
        super().one(lease)


def run(context):
    return Planted(context).run()
