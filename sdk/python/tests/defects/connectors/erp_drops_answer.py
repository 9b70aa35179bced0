"""Planted: takes what the ERP shows after a lost answer for a leftover, and posts anew."""

import http.client

from sound import Sound


class Planted(Sound):
    def send(self, push, content):
        try:
            return super().send(push, content)
        except (ConnectionError, http.client.HTTPException):
            if self.find(push.reference):
                return super().send(push, content)
            raise


def run(context):
    return Planted(context).run()
