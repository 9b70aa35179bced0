"""Planted: writes beside itself."""

import time
from pathlib import Path

from sound import Sound


class Planted(Sound):
    def ended(self):
        Path(__file__).with_name("last.txt").write_text(str(time.time()))
        return self.counts


def run(context):
    return Planted(context).run()
