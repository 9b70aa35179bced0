"""Planted: takes a slow ERP for one that refuses."""

import json
import socket

from lib.objects.invoice import PostingRefused
from sound import Sound


class Planted(Sound):
    def send(self, push, content):
        try:
            return self.call("POST", "/postings", json.dumps({"reference": push.reference, "payload": content}), 1.2)
        except socket.timeout as late:
            raise PostingRefused("TIMEOUT", str(late)) from late


def run(context):
    return Planted(context).run()
