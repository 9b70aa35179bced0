"""Planted: looks after a lost answer, does not see the posting yet, and posts again."""

import http.client

from sound import Sound


class Planted(Sound):
    def send(self, push, content):
        try:
            return super().send(push, content)
        except (ConnectionError, http.client.HTTPException):
            found = self.find(push.reference)
            return (201, {"id": found}) if found else super().send(push, content)


def run(context):
    return Planted(context).run()
