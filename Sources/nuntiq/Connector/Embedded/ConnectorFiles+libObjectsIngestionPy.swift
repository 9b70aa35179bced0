// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/ingestion.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsIngestionPy = #"""
        """Documents and invoices on their way in."""

        from __future__ import annotations

        import base64
        from dataclasses import dataclass
        from typing import TYPE_CHECKING, Any, Optional, Sequence, Tuple

        from .. import checks, multipart
        from .records import Record

        if TYPE_CHECKING:
            from ..context import JobContext

        WORKFLOWS = ("payment_portal", "full_enrichment")
        FileContent = Tuple[str, bytes, Optional[str]]
        _ATTACHMENTS_MAX = 20


        @dataclass(frozen=True)
        class SourceDocumentResult:
            """What became of an upload."""

            source_document_id: int
            files_uploaded: int
            pdf_files_queued: int
            upload_session_id: str | None


        class ImportedInvoice(Record):
            """The answer to an import."""

            __slots__ = ()

            @property
            def invoice_token(self) -> str:
                """The invoice's handle."""
                return str(self.raw["invoice_token"])

            @property
            def invoice_id(self) -> int:
                """Its number in the installation."""
                return int(self.raw["invoice_id"])

            @property
            def source_document_id(self) -> int:
                """The arrival it is part of."""
                return int(self.raw["source_document_id"])

            @property
            def warnings(self) -> list[str]:
                """What was kept but not understood."""
                return list(self.raw.get("warnings") or ())


        class Values:
            """Fields by name: any attribute that is set is sent, under the names of the wire or of the tenant's template."""

            def __init__(self) -> None:
                object.__setattr__(self, "values", {})

            values: dict[str, Any]

            def __setattr__(self, name: str, value: Any) -> None:
                self.values[name] = value

            def __getattr__(self, name: str) -> Any:
                if name.startswith("_") or name not in self.values:
                    raise AttributeError(f"{name!r} was not set.")
                return self.values[name]

            def body(self) -> dict[str, Any]:
                """What was set, without ``None``."""
                return {name: value for name, value in self.values.items() if value is not None}


        class NewInvoice:
            """An invoice to import: set ``header.<field>``, add lines, attach files, ``submit``."""

            def __init__(self, context: JobContext, workflow: str, receiving_inbox: str | None) -> None:
                self._context = context
                self._workflow = workflow
                self._receiving_inbox = receiving_inbox
                self._parts: dict[str, list[Values]] = {
                    name: [] for name in ("lines", "addresses", "taxes", "charges", "discounts")
                }
                self._attachments: list[dict[str, Any]] = []
                #: The header: ``invoice_number``, ``invoice_date``, ``currency``, ``total_amount``, ``supplier_number``, …
                self.header = Values()

            def new_line(self) -> Values:
                """A line: ``description``, ``quantity``, ``unit_price``, ``net_amount``, …"""
                return self._new("lines")

            def new_address(self) -> Values:
                """An address: ``address_type`` (``vendor``, ``remit_to``, ``ship_to``, ``bill_to``), ``city``, …"""
                return self._new("addresses")

            def new_tax(self) -> Values:
                """A row of the tax breakdown: ``tax_name``, ``tax_rate``, ``tax_base_amount``, ``tax_amount``."""
                return self._new("taxes")

            def new_charge(self) -> Values:
                """``charge_name``, ``charge_amount``."""
                return self._new("charges")

            def new_discount(self) -> Values:
                """``discount_name``, ``discount_rate``, ``discount_amount``."""
                return self._new("discounts")

            def attach(self, filename: str, content: bytes, type: str = "ATTACHMENT", content_type: str | None = None) -> None:
                """Adds a file; ``type`` is ``ATTACHMENT``, or ``IMAGE`` for the one primary document."""
                checks.one_of("type", type, ("ATTACHMENT", "IMAGE"))
                if type == "IMAGE" and any(each["type"] == "IMAGE" for each in self._attachments):
                    raise ValueError("An invoice has one primary document.")
                if len(self._attachments) >= _ATTACHMENTS_MAX:
                    raise ValueError(f"An invoice has at most {_ATTACHMENTS_MAX} attachments.")
                file = multipart.file(filename, content, content_type)
                self._attachments.append(
                    {
                        "type": type,
                        "filename": file.name,
                        "content": base64.b64encode(file.content).decode("ascii"),
                        "content_type": file.content_type,
                    }
                )

            def submit(self, idempotency_key: str | None = None, external_identifier: str | None = None) -> ImportedInvoice:
                """Imports it. The same ``idempotency_key`` within a day returns the same invoice."""
                lists = {name: [part.body() for part in parts] for name, parts in self._parts.items() if parts}
                body: dict[str, Any] = {"workflow": self._workflow, "invoice": {**self.header.body(), **lists}}
                optional = {
                    "receiving_inbox": self._receiving_inbox,
                    "external_identifier": external_identifier,
                    "attachments": self._attachments or None,
                }
                body.update({name: value for name, value in optional.items() if value is not None})
                return ImportedInvoice(self._context.api.invoice_import(body, idempotency_key))

            def _new(self, name: str) -> Values:
                part = Values()
                self._parts[name].append(part)
                return part


        class IngestionLoad:
            """Takes documents for extraction, and invoices whose data are known."""

            def __init__(self, context: JobContext) -> None:
                self._context = context

            def ingest_pdf(
                self,
                filename: str,
                content: bytes,
                content_type: str | None = None,
                receiving_inbox: str | None = None,
                supplier_code: str | None = None,
                company_code: str | None = None,
            ) -> SourceDocumentResult:
                """Uploads one document; ``supplier_code`` and ``company_code`` are hints that skip matching."""
                return self.ingest_files([(filename, content, content_type)], receiving_inbox, supplier_code, company_code)

            def ingest_files(
                self,
                files: Sequence[FileContent],
                receiving_inbox: str | None = None,
                supplier_code: str | None = None,
                company_code: str | None = None,
            ) -> SourceDocumentResult:
                """Uploads up to 20 files of 50 MB: ``(name, bytes, type or None)``. ZIPs are unpacked by Nuntiq."""
                if not 1 <= len(files) <= multipart.FILES_MAX:
                    raise ValueError(f"{len(files)} files; 1 to {multipart.FILES_MAX} are possible.")
                checked = [multipart.file(*each) for each in files]
                data = self._context.api.upload_source_documents(
                    checked,
                    receiving_inbox=checks.optional_text("receiving_inbox", receiving_inbox),
                    supplier_code=checks.optional_text("supplier_code", supplier_code),
                    company_code=checks.optional_text("company_code", company_code),
                )
                session = (data.get("details") or {}).get("uploadSessionId")
                return SourceDocumentResult(
                    source_document_id=int(data["sourceDocumentId"]),
                    files_uploaded=int(data["filesUploaded"]),
                    pdf_files_queued=int(data["pdfFilesQueued"]),
                    upload_session_id=None if session is None else str(session),
                )

            def new_invoice(self, workflow: str = "payment_portal", receiving_inbox: str | None = None) -> NewInvoice:
                """An invoice to import: ``payment_portal`` validates only, ``full_enrichment`` also matches."""
                checks.one_of("workflow", workflow, WORKFLOWS)
                return NewInvoice(self._context, workflow, checks.optional_text("receiving_inbox", receiving_inbox))

        """#
}
