"""Planted: waits for Nuntiq without end."""

from sound import Sound


class Planted(Sound):
    def run(self):
        self.context.api.transport.timeout_seconds = 600
        return super().run()


def run(context):
    return Planted(context).run()
