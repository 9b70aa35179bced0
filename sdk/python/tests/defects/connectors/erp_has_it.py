"""Planted: takes 'I have it' for a refusal."""

from lib.objects.invoice import PostingRefused
from sound import Sound


class Planted(Sound):
    def read(self, push, content, status, body):
        if status == 409:
            raise PostingRefused("DUPLICATE", "the ERP has it")
        return super().read(push, content, status, body)


def run(context):
    return Planted(context).run()
