public import NuntiqModel

/// A message to write on an invoice's timeline.
public struct LifecycleMessage: Sendable, Hashable {
    /// Such as `ACCEPTED` or `PAID`.
    public var code: String
    /// For the customer's people only, at most 4,000 characters.
    public var internalNote: String?
    /// For the supplier, at most 4,000 characters.
    public var supplierNote: String?
    /// What the message refers to.
    public var reference: (type: ReferenceType, value: String)? {
        get { referenceType.map { ($0, referenceValue) } }
        set { (referenceType, referenceValue) = (newValue?.type, newValue?.value ?? "") }
    }
    /// When it happened; now if not set.
    public var occurredAt: Instant?

    private var referenceType: ReferenceType?
    private var referenceValue = ""

    /// What a message can refer to.
    public enum ReferenceType: String, Sendable, Hashable {
        /// A purchase order.
        case purchaseOrder = "PO_NUMBER"
        /// A payment.
        case payment = "PAYMENT_REF"
        /// A credit note.
        case creditNote = "CREDIT_NOTE"
        /// Anything else.
        case other = "OTHER"
    }

    /// Makes a message of a code.
    public init(_ code: String) {
        self.code = code
    }

    func json() throws(ArgumentError) -> JSONObject {
        guard !code.isEmpty else { throw .unusable(name: "code", reason: "is missing") }
        for (name, note) in [("internalNote", internalNote), ("supplierNote", supplierNote)] {
            try ArgumentError.check(name, note?.count ?? 0, within: 0...4_000)
        }
        return JSONObject(present: [
            "code": .string(code), "note_internal": internalNote.map { .string($0) },
            "note_supplier": supplierNote.map { .string($0) },
            "reference_type": referenceType.map { .string($0.rawValue) },
            "reference_value": referenceType.map { _ in .string(referenceValue) },
            "occurred_at": occurredAt.map { .string($0.description) },
        ])
    }
}

/// Reads and writes the messages on invoices' timelines.
public struct LifecycleMessageLoad: Sendable {
    private let api: APIClient

    /// Works for the run of `context`.
    public init(_ context: JobContext) {
        api = context.api
    }

    /// Writes a message; its attempts share a key, so that it is written once.
    @discardableResult
    public func post(
        _ message: LifecycleMessage, to invoice: String, idempotencyKey: String? = nil
    ) async throws -> JSONValue {
        try await api.post(
            "/v1/invoices/\(escaped(invoice))/lifecycle-messages", .object(try message.json()),
            headers: ["Idempotency-Key": idempotencyKey ?? api.environment.idempotencyKey()])
    }

    /// Writes a message on the one invoice of a number and supplier.
    ///
    /// - Throws: ``APIError`` with code `reference_ambiguous` when there are several.
    @discardableResult
    public func post(
        _ message: LifecycleMessage, invoiceNumber: String, supplierCode: String, idempotencyKey: String? = nil
    ) async throws -> JSONValue {
        var body = try message.json()
        body["invoice_number"] = .string(invoiceNumber)
        body["supplier_code"] = .string(supplierCode)
        return try await api.post(
            "/v1/lifecycle-messages/by-reference", .object(body),
            headers: ["Idempotency-Key": idempotencyKey ?? api.environment.idempotencyKey()])
    }

    /// The messages of one invoice, the oldest first.
    public func messages(of invoice: String, tier: Int? = nil) async throws -> [JSONObject] {
        let query = tier.map { [("tier", String($0))] } ?? []
        let answer = try await api.get("/v1/invoices/\(escaped(invoice))/lifecycle-messages", query: query)
        return answer["messages"]?.array?.compactMap(\.object) ?? []
    }

    /// The messages that became visible after `since`, in that order, each once.
    ///
    /// Go on with the last `recorded_at`. A `since` without an offset is read in the zone `tz`. `references` holds at
    /// least one of `ext_reference_1` to `5`.
    public func messages(
        since: String, tz: String = "UTC", references: [Int: String]
    ) throws(ArgumentError) -> MessagesSince {
        guard !references.isEmpty else {
            throw .unusable(name: "references", reason: "is empty: name at least one ext_reference")
        }
        for number in references.keys { try ArgumentError.check("references", number, within: 1...5) }
        let filters = references.sorted { $0.key < $1.key }.map { ("ext_reference_\($0.key)", $0.value) }
        return MessagesSince(api: api, query: [("since", since), ("tz", tz)] + filters)
    }
}

/// Lifecycle messages over all invoices of a reference, fetched as they are asked for.
public struct MessagesSince: AsyncSequence, Sendable {
    /// One message.
    public typealias Element = JSONObject

    let api: APIClient
    let query: [(name: String, value: String)]

    /// Starts at the first message.
    public func makeAsyncIterator() -> Iterator {
        Iterator(messages: self)
    }

    /// Walks the messages.
    public struct Iterator: AsyncIteratorProtocol {
        let messages: MessagesSince
        private var waiting: ArraySlice<JSONObject> = []
        private var cursor: String? = ""

        init(messages: MessagesSince) {
            self.messages = messages
        }

        /// The next message; `nil` when there is none yet.
        public mutating func next() async throws -> JSONObject? {
            while waiting.isEmpty {
                guard let from = cursor else { return nil }
                let answer = try await messages.api.get(
                    "/v1/invoice-lifecycle-messages", query: messages.query + [("cursor", from)])
                waiting = (answer["messages"]?.array ?? []).compactMap(\.object)[...]
                cursor = waiting.isEmpty ? nil : answer["next_cursor"]?.string
            }
            return waiting.removeFirst()
        }
    }
}
