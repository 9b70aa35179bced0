// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/fixtures/attachment_files/invoice.pdf by Scripts/embed-assets; change that file, not this one.
    static let fixturesAttachmentFilesInvoicePdf = #"""
        %PDF-1.4
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [3 0 R] /Count 1 >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>
        endobj
        4 0 obj
        << /Length 78 >>
        stream
        BT /F1 18 Tf 72 760 Td (Invoice GS-2026-0101) Tj 0 -28 Td (1 452.00 EUR) Tj ET
        endstream
        endobj
        5 0 obj
        << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
        endobj
        trailer
        << /Root 1 0 R /Size 6 >>
        %%EOF

        """#
}
