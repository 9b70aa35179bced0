import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /v1/invoices/{token}/lifecycle-messages`: an invoice's timeline, needs `READ_DOCS`
/// - `POST /v1/invoices/{token}/lifecycle-messages`: writes a message, needs `LIFECYCLE_WRITE`
/// - `POST /v1/lifecycle-messages/by-reference`: the same by number and supplier, needs `LIFECYCLE_WRITE`
/// - `GET /v1/invoice-lifecycle-messages`: what is new over all invoices, needs `READ_DOCS` or `READ_DATA`
struct LifecycleRoutes: Sendable {
    let messages: LifecycleMessages

    var routes: [Route] {
        [
            .customer(
                .get, "/v1/invoices/{token}/lifecycle-messages", needs: [.readDocs],
                summary: "An invoice's lifecycle messages, oldest first.", use: timeline
            ).described(.timeline),
            .customer(
                .post, "/v1/invoices/{token}/lifecycle-messages", needs: [.lifecycleWrite], body: .json,
                summary: "Write a lifecycle message on an invoice.", use: post
            ).described(.postMessage),
            .customer(
                .post, "/v1/lifecycle-messages/by-reference", needs: [.lifecycleWrite], body: .json,
                summary: "Write a lifecycle message by invoice number and supplier.", use: postByReference
            ).described(.postMessageByReference),
            .customer(
                .get, "/v1/invoice-lifecycle-messages", needs: [.readDocs, .readData],
                summary: "Lifecycle messages of all invoices with a reference, as they are recorded.", use: poll
            ).described(.poll),
        ]
    }

    func timeline(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.invoiceToken()
        var query = request.queryFields
        let tier = query.tier("tier")
        let notes = try query.internalNotes(for: context.principal, unlessSaid: true)
        try query.check()
        let timeline = try await messages.timeline(of: token, tier: tier, for: context.principal)
        return JSONAnswer(["messages": .array(timeline.map { $0.wire(withNotes: notes) })])
    }

    func post(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.invoiceToken()
        let key = try request.idempotencyKey()
        var body = try await request.fields()
        let message = body.lifecycleMessage()
        try body.check()
        return try await messages.post(message, on: .invoice(token), key: key, by: context.principal).answer
    }

    func postByReference(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let key = try request.idempotencyKey()
        var body = try await request.fields()
        let target = LifecycleTarget.reference(
            invoiceNumber: body.requiredText("invoice_number", limit: 255),
            supplierCode: body.requiredText("supplier_code", limit: 255))
        let message = body.lifecycleMessage()
        try body.check()
        return try await messages.post(message, on: target, key: key, by: context.principal).answer
    }

    func poll(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let poll = try LifecyclePollRequest(request.queryFields, for: context.principal)
        let page = try await messages.poll(
            poll.filter, after: poll.cursor ?? poll.since, limit: poll.limit, wait: poll.wait, for: context.principal)
        return JSONAnswer(poll.answer(page))
    }
}

extension Fields {
    /// One of the tiers; `nil` for `all` and when absent.
    mutating func tier(_ name: String) -> LifecycleTier? {
        word(name, of: ["1", "2", "3", "all"]).flatMap { Int($0) }.flatMap(LifecycleTier.init)
    }

    /// Whether internal notes are shown: never without the permission, and asking for them without it is refused.
    mutating func internalNotes(for principal: Principal, unlessSaid shown: Bool) throws -> Bool {
        let mayRead = principal.permissions.contains(.lifecycleReadInternal)
        guard let asked = bool("include_internal_notes") else { return shown && mayRead }
        if asked, !mayRead { throw RequestError.permissionMissing([Permission.lifecycleReadInternal.rawValue]) }
        return asked
    }

    /// The message that a body spells.
    fileprivate mutating func lifecycleMessage() -> NewLifecycleMessage {
        let word = requiredText("code", limit: 64)
        let code = LifecycleCode(rawValue: word)
        if code == nil, !word.isEmpty { fault("code", "There is no lifecycle code \(word).") }
        var message = NewLifecycleMessage(code ?? .received)
        message.occurredAt = instant("occurred_at")
        message.actorName = said("actor_display_name", limit: 255)
        message.clarificationCode = said("clarification_code", limit: 255)
        message.noteInternal = said("note_internal", limit: NewLifecycleMessage.noteCharactersMax)
        message.noteSupplier = said("note_supplier", limit: NewLifecycleMessage.noteCharactersMax)
        let types = NewLifecycleMessage.ReferenceType.allCases.map(\.rawValue)
        message.referenceType = self.word("reference_type", of: types).flatMap(
            NewLifecycleMessage.ReferenceType.init)
        message.referenceValue = said("reference_value", limit: 255)
        return message
    }

    /// A text that says something, or nothing.
    private mutating func said(_ name: String, limit: Int) -> String? {
        text(name, limit: limit).flatMap { trimmed($0).isEmpty ? nil : $0 }
    }
}
