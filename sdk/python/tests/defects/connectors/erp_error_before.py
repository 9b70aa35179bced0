"""Planted: takes a 500 for a posting that will show sooner or later."""

from sound import Sound


class Planted(Sound):
    def read(self, push, content, status, body):
        if status == 500:
            return self.find(push.reference) or "pending"
        return super().read(push, content, status, body)


def run(context):
    return Planted(context).run()
