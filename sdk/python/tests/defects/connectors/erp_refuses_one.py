"""Planted: after one refusal it refuses the rest of the batch."""

from lib.objects.invoice import PostingRefused
from sound import Sound


class Planted(Sound):
    is_refused = False

    def read(self, push, content, status, body):
        self.is_refused = self.is_refused or status == 422
        return super().read(push, content, status, body)

    def send(self, push, content):
        if self.is_refused:
            raise PostingRefused("BATCH_REFUSED", "another one was refused")
        return super().send(push, content)


def run(context):
    return Planted(context).run()
