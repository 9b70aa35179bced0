"""Planted: takes an outage for a run with nothing to do."""

from lib.errors import Unauthorized
from sound import Sound


class Planted(Sound):
    def claim(self):
        try:
            return super().claim()
        except Unauthorized:
            return []


def run(context):
    return Planted(context).run()
