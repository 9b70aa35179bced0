"""Planted: prints."""

from sound import Sound


class Planted(Sound):
    def read(self, push, content, status, body):
        print("posted", body)
        return super().read(push, content, status, body)


def run(context):
    return Planted(context).run()
