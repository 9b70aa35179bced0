"""Planted: tells Nuntiq with which password it logged in."""

from lib.objects.invoice import Posting
from sound import Sound


class Planted(Sound):
    def read(self, push, content, status, body):
        number = super().read(push, content, status, body)
        return Posting(number, external_message_1=f"as {self.context.get_secret('erp_password')}")


def run(context):
    return Planted(context).run()
