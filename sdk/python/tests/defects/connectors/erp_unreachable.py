"""Planted: takes an ERP that is down for one that refuses."""

from lib.objects.invoice import NothingSent, PostingRefused
from sound import Sound


class Planted(Sound):
    def find(self, reference):
        try:
            return super().find(reference)
        except NothingSent:
            return None

    def send(self, push, content):
        try:
            return super().send(push, content)
        except NothingSent as down:
            raise PostingRefused("ERP_DOWN", str(down)) from down


def run(context):
    return Planted(context).run()
