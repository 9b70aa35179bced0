"""Planted: writes attachments under their names, one over the other."""

from lib.work_dir import clean_name
from sound import Sound


class Planted(Sound):
    def content(self, invoice):
        for attachment in invoice.attachments:
            path = self.context.folder.inside(clean_name(attachment.file_name))
            with open(path, "wb") as file:
                file.write(attachment.read_bytes())
        return super().content(invoice)


def run(context):
    return Planted(context).run()
