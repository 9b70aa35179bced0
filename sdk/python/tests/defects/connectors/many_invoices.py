"""Planted: claims more than it handles."""

from sound import Sound


class Planted(Sound):
    def run(self):
        for lease in self.load.claim(limit=50, modes=("post", "verify_first"))[:20]:
            self.one(lease)
        return self.counts


def run(context):
    return Planted(context).run()
