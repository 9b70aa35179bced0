// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/multipart.py by Scripts/embed-assets; change that file, not this one.
    static let libMultipartPy = #"""
        """Forms with files, as ``multipart/form-data``."""

        from __future__ import annotations

        import mimetypes
        import secrets
        from typing import Mapping, NamedTuple, Sequence

        #: What one upload of source documents may hold.
        FILES_MAX = 20
        FILE_BYTES_MAX = 50 * 1024 * 1024

        # The tables of the operating system differ; these names must mean the same everywhere.
        _KNOWN = {
            ".pdf": "application/pdf",
            ".xml": "application/xml",
            ".png": "image/png",
            ".jpg": "image/jpeg",
            ".jpeg": "image/jpeg",
            ".tif": "image/tiff",
            ".tiff": "image/tiff",
            ".zip": "application/zip",
            ".eml": "message/rfc822",
        }


        class File(NamedTuple):
            """A file to upload."""

            name: str
            content: bytes
            content_type: str


        def file(name: str, content: bytes, content_type: str | None = None) -> File:
            """A checked file; without a type it is inferred from the name. Raises ``ValueError`` when it cannot be taken."""
            if not isinstance(name, str) or not name.strip():
                raise ValueError("A file must have a name.")
            if not isinstance(content, (bytes, bytearray, memoryview)):
                raise ValueError(f"The content of {name} must be bytes, not {type(content).__name__}.")
            if not 0 < len(content) <= FILE_BYTES_MAX:
                raise ValueError(f"{name} has {len(content)} bytes; 1 to {FILE_BYTES_MAX} are possible.")
            return File(name, bytes(content), content_type or content_type_of(name))


        def content_type_of(name: str) -> str:
            """The content type that a file's name stands for."""
            ending = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
            return _KNOWN.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"


        def form(fields: Mapping[str, str | None], files: Sequence[File], part: str) -> tuple[str, list[bytes]]:
            """The ``Content-Type`` and the body of a form: its fields, then each file as a part called ``part``."""
            boundary = f"nuntiq-{secrets.token_hex(16)}"
            body: list[bytes] = []
            for name, value in fields.items():
                if value is not None:
                    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n'
                    body.append(head.encode() + value.encode() + b"\r\n")
            for each in files:
                head = (
                    f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(part)}"; '
                    f'filename="{_quoted(each.name)}"\r\nContent-Type: {_one_line(each.content_type)}\r\n\r\n'
                )
                body += [head.encode(), each.content, b"\r\n"]
            body.append(f"--{boundary}--\r\n".encode())
            return f"multipart/form-data; boundary={boundary}", body


        def _quoted(text: str) -> str:
            """A name in quotes, escaped as browsers do."""
            return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


        def _one_line(text: str) -> str:
            return "".join(sign for sign in text if sign.isprintable() and sign.isascii())

        """#
}
