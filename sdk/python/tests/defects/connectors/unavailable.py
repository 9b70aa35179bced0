"""Planted: gives up at a 503."""

from sound import Sound


class Planted(Sound):
    def run(self):
        self.context.api.on_retry = self.give_up
        return super().run()

    def give_up(self, call, error, wait):
        if getattr(error, "status", 0) == 503:
            raise RuntimeError(f"{call} failed: {error}")


def run(context):
    return Planted(context).run()
