public import NuntiqModel

/// Payments, and which invoices they pay; members named as on the wire.
///
/// Payments are not deleted: save them with `status` `CANCELED`.
public struct PaymentLoad: Sendable {
    private let api: APIClient

    /// Works for the run of `context`.
    public init(_ context: JobContext) {
        api = context.api
    }

    /// What became of one payment.
    public struct Result: Sendable, Hashable {
        /// Its place among those given.
        public let index: Int
        /// Its id, when it was taken.
        public let paymentID: JSONValue?
        /// Why it was refused; `nil` when it was taken.
        public let error: String?
        /// What Nuntiq said.
        public let raw: JSONValue
    }

    /// Saves payments, a thousand at a time; each by itself is taken or refused.
    ///
    /// Lines that are sent replace those there are, unless `replace_lines` is false. A request is sent again after a
    /// lost answer only when every payment in it has its `external_payment_id`.
    @discardableResult
    public func save(_ payments: [JSONObject]) async throws -> [Result] {
        var results: [Result] = []
        for start in stride(from: 0, to: payments.count, by: MasterLoad.rowsMax) {
            let part = payments[start..<min(start + MasterLoad.rowsMax, payments.count)]
            let body = JSONValue.array(part.map { .object($0) })
            let isKnown = part.allSatisfy { $0["external_payment_id"]?.string?.isEmpty == false }
            let answer =
                isKnown ? try await api.repeatable("/v1/payments", body) : try await api.post("/v1/payments", body)
            for result in answer["results"]?.array ?? [] {
                let isTaken = result["ok"]?.bool == true
                results.append(
                    Result(
                        index: start + Int(result["index"]?.number?.int ?? 0), paymentID: result["payment_id"],
                        error: isTaken ? nil : result["error"]?.string ?? "", raw: result))
            }
        }
        return results
    }

    /// The payments that fit all `filters`, page by page as they are asked for; accounts and cheque numbers are masked.
    public func all(where filters: [String: String] = [:]) -> NumberedPages {
        NumberedPages(
            api: api, path: "/v1/payments", query: filters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// The payments of an invoice.
    public func payments(of invoice: String) async throws -> [JSONObject] {
        try await api.get("/v1/invoices/\(escaped(invoice))/payments")["payments"]?.array?.compactMap(\.object) ?? []
    }
}
