// swift-format-ignore-file
extension SwiftConnectorFiles {
    /// Made from samples/swift/Sources/PushInvoices.swift by Scripts/embed-assets; change that file, not this one.
    static let PushInvoicesSwift = #"""
        import NuntiqConnector
        import NuntiqModel

        /// Posts invoices in the ERP of `erp_url`.
        struct PushInvoices: Connector {
            static let summary = "Posts invoices that are ready in an ERP, each exactly once, and reports how that went."

            func run(_ context: JobContext) async throws -> JobResult {
                let (load, erp) = (InvoiceLoad(context), try ERP(context))
                var counts = ["posted": 0, "found": 0, "refused": 0, "in_doubt": 0]
                while true {
                    let leases = try await load.claim(limit: 20, modes: [.post, .verifyFirst])
                    if leases.isEmpty { return counts.asResult }
                    for lease in leases {
                        let outcome = try await push(lease, load, erp, context.logger)
                        counts[outcome, default: 0] += 1
                    }
                }
            }

            private func push(
                _ lease: InvoiceLease, _ load: InvoiceLoad, _ erp: ERP, _ logger: JobLogger
            ) async throws -> String {
                let invoice = try await load.invoice(lease.invoiceToken)
                // The reference depends on the invoice alone: under it the posting is found again after a crash.
                let (reference, content) = ("NQ-\(invoice.id)", payload(invoice))
                do {
                    let outcome = try await load.postOnce(
                        lease, reference: reference,
                        find: { reference in try await erp.posting(under: reference) },
                        post: { push in try await erp.post(content, push) })
                    logger.info("\(reference): \(outcome)", step: "push")
                    switch outcome {
                    case .posted: return "posted"
                    case .foundPosted: return "found"
                    case .refused: return "refused"
                    }
                } catch let doubt as PostingInDoubt {
                    logger.warn("\(doubt)", step: "push")  // it is looked up before it is posted again: go on with the next
                } catch let lost as LeaseError {
                    logger.warn("\(reference): \(lost)", step: "push")
                }
                return "in_doubt"
            }

            private func payload(_ invoice: Invoice) -> JSONValue {
                let lines = invoice.lines.map { line -> JSONValue in
                    ["text": line.value("description") ?? .null, "net": line.value("netAmount") ?? .null]
                }
                return [
                    "supplier": invoice.value("supplierNumber") ?? .null, "number": invoice.value("invoiceNumber") ?? .null,
                    "date": invoice.value("invoiceDate") ?? .null, "currency": invoice.value("currencyCode") ?? .null,
                    "gross": invoice.value("grossAmount") ?? .null,  // exact: no binary fraction between Nuntiq and the ledger
                    "lines": .array(lines),
                ]
            }
        }

        extension [String: Int] {
            /// Counts as a run's result, by name.
            fileprivate var asResult: JobResult {
                sorted { $0.key < $1.key }.reduce(into: [:]) { $0[$1.key] = .number(JSONNumber(Int64($1.value))) }
            }
        }

        """#
}
