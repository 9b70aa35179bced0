"""Planted: needs a file that only its first run makes."""

from sound import Sound


class Planted(Sound):
    def run(self):
        is_first = not self.note("state").exists()
        self.note("state").touch()
        if is_first:
            raise FileNotFoundError("state")
        return super().run()


def run(context):
    return Planted(context).run()
