// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/invoice_attachment.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsInvoiceAttachmentPy = #"""
        """The files of an invoice."""

        from __future__ import annotations

        import base64
        import os
        from typing import TYPE_CHECKING, Any, BinaryIO, Iterable, Mapping

        from ..work_dir import clean_name
        from .records import Record

        if TYPE_CHECKING:
            from ..context import JobContext


        class InvoiceAttachment(Record):
            """A file; its bytes travel when they are asked for."""

            __slots__ = ("_context",)

            _context: JobContext

            def __init__(self, raw: Mapping[str, Any], context: JobContext) -> None:
                super().__init__(raw)
                object.__setattr__(self, "_context", context)

            @property
            def attachment_token(self) -> str:
                """Its handle, a UUID."""
                return str(self.raw["attachment_token"])

            @property
            def file_name(self) -> str:
                """Its name as it was sent: data, not a path."""
                return str(self.raw.get("file_name") or "")

            @property
            def content_type(self) -> str:
                """Such as ``application/pdf``."""
                return str(self.raw.get("content_type") or "application/octet-stream")

            @property
            def type(self) -> str:
                """``INVOICE_IMAGE`` (the primary document), ``EMAIL_ATTACHMENT`` or ``EMAIL`` (the ``.eml``)."""
                return str(self.raw.get("type") or "")

            @property
            def parent_token(self) -> str | None:
                """The attachment that this one was derived from."""
                return self._text("parent_token")

            def save(self, name: str | None = None) -> str:
                """Writes the file below ``context.work_dir`` and returns its absolute path.

                Without ``name`` the stored name is used: its last part, without control characters, at most 150 bytes. A name
                that is taken gets a number, so no file replaces another. Raises ``ValueError`` for a ``name`` that leaves the
                work directory.
                """
                path, file = self._context.folder.create(clean_name(self.file_name) if name is None else name)
                try:
                    with file:
                        self._context.api.download_attachment_to(self.attachment_token, lambda chunks: _write(file, chunks))
                except BaseException:
                    os.unlink(path)
                    raise
                return path

            def read_bytes(self) -> bytes:
                """The whole file."""
                return self._context.api.download_attachment(self.attachment_token)

            def read_base64(self) -> str:
                """The whole file in base64."""
                return base64.b64encode(self.read_bytes()).decode("ascii")


        def _write(file: BinaryIO, chunks: Iterable[bytes]) -> None:
            """From the beginning, since a download that broke off begins again."""
            file.seek(0)
            file.truncate()
            for chunk in chunks:
                file.write(chunk)

        """#
}
