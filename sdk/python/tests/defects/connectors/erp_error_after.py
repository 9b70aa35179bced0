"""Planted: posts again after a 500."""

from sound import Sound


class Planted(Sound):
    def read(self, push, content, status, body):
        if status == 500:
            status, body = self.send(push, content)
        return super().read(push, content, status, body)


def run(context):
    return Planted(context).run()
