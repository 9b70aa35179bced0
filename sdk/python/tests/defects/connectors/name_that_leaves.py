"""Planted: takes the name of an attachment for a path."""

import os

from sound import Sound


class Planted(Sound):
    def content(self, invoice):
        for number, attachment in enumerate(invoice.attachments):
            path = os.path.join(self.context.work_dir, attachment.file_name)
            with open(path if not os.path.exists(path) else f"{path}-{number}", "wb") as file:
                file.write(attachment.read_bytes())
        return super().content(invoice)


def run(context):
    return Planted(context).run()
