import NuntiqConnector
import NuntiqModel

/// Pushes invoices to the fake ERP, each once.
struct PushConnector: Connector {
    static let summary = "Pushes invoices to the fake ERP, each once."

    func run(_ context: JobContext) async throws -> JobResult {
        let kind = context.config("erp_kind")?.string ?? ""
        let erp = ERP(url: context.config("erp_url")?.string ?? "")
        let load = InvoiceLoad(context)
        let limit = Int(context.param("limit")?.number?.int ?? 1)
        let modes: [LeaseMode] = kind == "blind" ? [.post] : [.post, .verifyFirst]
        var counts: JobResult = [:]
        while true {
            let leases = try await load.claim(limit: limit, leaseLength: .seconds(60), modes: modes)
            Interruption.step()
            for lease in leases {
                let outcome = try await push(lease, load, erp, context, kind)
                counts[outcome] = .number(JSONNumber((counts[outcome]?.number?.int ?? 0) + 1))
                Interruption.step()
            }
            if leases.isEmpty || context.param("once")?.bool == true { return counts }
        }
    }

    private func push(
        _ lease: InvoiceLease, _ load: InvoiceLoad, _ erp: ERP, _ context: JobContext, _ kind: String
    ) async throws -> String {
        let invoice = try await load.invoice(lease.invoiceToken)
        let payload: JSONValue = [
            "number": invoice.value("invoiceNumber") ?? .null, "gross": invoice.value("grossAmount") ?? .null,
        ]
        // What must be caught: a worker that takes what is in doubt and does not look it up.
        let isBlindfold = context.param("defect") == "posts_without_looking_up"
        let find: InvoiceLoad.Find = { reference in isBlindfold ? nil : try erp.posting(under: reference) }
        do {
            let outcome = try await load.postOnce(
                lease, reference: "NQ-\(lease.invoiceToken)", pushTime: .seconds(2), settleTime: .seconds(1),
                refusesKnown: kind == "refuses", find: kind == "looks_up" ? find : nil,
                post: { push in try erp.post(payload, push) })
            switch outcome {
            case .posted: return "posted"
            case .foundPosted: return "found"
            case .refused: return "refused"
            }
        } catch let doubt as PostingInDoubt {
            context.logger.warn("\(doubt)")
            return "in_doubt"
        } catch let lost as LeaseError {
            context.logger.warn("\(lost)")
            return "lost"
        } catch let nothing as NothingSent {
            context.logger.warn("\(nothing)")
            return "nothing_sent"
        }
    }
}
