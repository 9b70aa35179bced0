public import NuntiqModel
public import NuntiqStore

/// Takes invoices from suppliers' systems: once each, whole, and durable before the answer.
public struct Submissions: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let blobs: any BlobStore
    private let templates = TemplateCache()
    private let routes = RouteCache()

    /// Works on a database and a file store.
    public init(database: any Database, environment: RuntimeEnvironment, blobs: any BlobStore) {
        self.database = database
        self.environment = environment
        self.blobs = blobs
    }

    /// Begins to receive a body; a dry run stores no file.
    public func intake(for principal: Principal, isDryRun: Bool = false) -> SubmissionIntake {
        SubmissionIntake(tenant: principal.tenant, blobs: isDryRun ? nil : blobs)
    }

    /// Checks and routes what was received, and stores nothing.
    ///
    /// - Throws: ``SubmissionError``, errors of the store.
    public func check(
        _ received: ReceivedSubmission, by principal: Principal, through channel: SubmissionChannel = .partnerAPI
    ) async throws -> CheckedSubmission {
        let lookUp = try await database.read { [templates] tx in
            try LookUp(tx, principal, received, channel, templates)
        }
        return try checked(received, channel, lookUp)
    }

    /// Stores what was received, once per key within 24 hours.
    ///
    /// - Throws: ``SubmissionError``, errors of the store.
    public func submit(
        _ received: ReceivedSubmission, by principal: Principal, key: String? = nil,
        through channel: SubmissionChannel = .partnerAPI
    ) async throws -> SubmissionAnswer {
        let hashed = key.map { NewInvoice.Key(text: $0, hash: BodyHash(of: received)) }
        if let answer = try await submitAsLately(received, by: principal, key: hashed, through: channel) {
            return answer
        }
        let finding = try await database.read { [templates] tx -> Finding in
            if let hashed, let first = try Self.replay(of: hashed, by: principal, in: tx) { return .known(first) }
            return .new(try LookUp(tx, principal, received, channel, templates))
        }
        switch finding {
        case .known(let first): return first
        case .new(let lookUp):
            if let route = lookUp.route { routes.remember(route, principal.tenant, RoutingWish(received)) }
            let checked = try checked(received, channel, lookUp)
            return try await store(try await newInvoice(checked, received, by: principal, key: hashed))
        }
    }

    /// Stores what is in order and goes where such submissions went lately, without a look before the transaction.
    ///
    /// - Returns: `nil`, and nothing stored, where it takes a look.
    private func submitAsLately(
        _ received: ReceivedSubmission, by principal: Principal, key: NewInvoice.Key?,
        through channel: SubmissionChannel
    ) async throws -> SubmissionAnswer? {
        let wish = RoutingWish(received)
        guard !channel.takesUploads, let route = routes.route(principal.tenant, wish),
            let names = templates.names(principal.tenant, route.template, version: route.templateVersion),
            let checked = try? checked(received, channel, LookUp(route: route, names: names, uploads: [:]))
        else { return nil }
        let invoice = try await newInvoice(checked, received, by: principal, key: key)
        do {
            return try await store(invoice, where: wish)
        } catch is OtherRoute {
            return nil
        }
    }

    private func checked(
        _ received: ReceivedSubmission, _ channel: SubmissionChannel, _ lookUp: LookUp
    ) throws -> CheckedSubmission {
        let parser = SubmissionParser(
            names: lookUp.names ?? TemplateNames(.standard), channel: channel, uploads: lookUp.uploads)
        let submission = try parser.parse(received)
        guard let route = lookUp.route else { throw SubmissionError.noDefaultInbox }
        return CheckedSubmission(submission: submission, channel: channel, route: route)
    }

    private func newInvoice(
        _ checked: CheckedSubmission, _ received: ReceivedSubmission, by principal: Principal, key: NewInvoice.Key?
    ) async throws -> NewInvoice {
        let submission = checked.submission
        let original =
            submission.hasUnknownKeys
            ? try await blobs.put(principal.tenant, JSONValue.object(received.described).serializedBytes()) : nil
        return NewInvoice(
            token: newToken(), principal: principal, submission: submission, route: checked.route,
            channel: checked.channel, key: key, original: original,
            content: submission.content.text, attachmentTokens: submission.attachments.map { _ in newToken() })
    }

    private func newToken() -> Token {
        Token.version7(at: environment.now(nil), random: environment.random(8))
    }
}

extension Submissions {
    /// What a first look finds.
    private enum Finding: Sendable {
        case known(SubmissionAnswer)
        case new(LookUp)
    }

    /// What is read before a submission can be checked.
    private struct LookUp: Sendable {
        let route: InboxRoute?
        let names: TemplateNames?
        let uploads: [Token: Upload]

        init(route: InboxRoute?, names: TemplateNames?, uploads: [Token: Upload]) {
            (self.route, self.names, self.uploads) = (route, names, uploads)
        }

        init(
            _ tx: any Transaction, _ principal: Principal, _ received: ReceivedSubmission,
            _ channel: SubmissionChannel, _ templates: TemplateCache
        ) throws {
            let tenant = principal.tenant
            let route = try RouteRepository(tx: tx).route(tenant, RoutingWish(received))
            self.route = route
            names = try route.map { try templates.names(tenant, $0.template, version: $0.templateVersion, in: tx) }
            uploads =
                channel.takesUploads
                ? try UploadRepository(tx: tx).find(tenant, account: principal.id, received.documentTokens) : [:]
        }
    }

    /// Inboxes have changed since the route was read.
    private struct OtherRoute: Error {}

    /// Stores a new invoice; the loser of a race for one key waits for the winner and gets its answer.
    ///
    /// - Throws: ``OtherRoute`` where `wish` leads elsewhere by now.
    private func store(_ invoice: NewInvoice, where wish: RoutingWish? = nil) async throws -> SubmissionAnswer {
        do {
            return try await database.write { tx in
                if let wish {
                    let route = try RouteRepository(tx: tx).route(invoice.principal.tenant, wish)
                    guard route == invoice.route else { throw OtherRoute() }
                }
                let repository = SubmissionRepository(tx: tx)
                if let answer = try repository.insert(invoice) { return answer }
                guard let key = invoice.key else { throw SubmissionError.keyInFlight }
                if let known = try Self.replay(of: key, by: invoice.principal, in: tx) { return known }
                try Self.forget(key, by: invoice.principal, in: repository)
                guard let answer = try repository.insert(invoice) else { throw SubmissionError.keyInFlight }
                return answer
            }
        } catch StoreError.lockTimeout where invoice.key != nil {
            throw SubmissionError.keyInFlight
        }
    }

    /// The first answer to a key, while it is remembered.
    ///
    /// - Throws: ``SubmissionError/keyReused(_:)`` when the bodies differ.
    private static func replay(
        of key: NewInvoice.Key, by principal: Principal, in tx: any Transaction
    ) throws -> SubmissionAnswer? {
        let known = try SubmissionRepository(tx: tx).find(principal.tenant, account: principal.id, key: key.text)
        guard let known, known.createdAt + SubmissionLimits.keyRemembered > tx.now else { return nil }
        if known.hash == key.hash.whole { return known.answer }
        let ended = [Status.rejected, .integrationCancelled].map { Int64($0.rawValue) }
        throw SubmissionError.keyReused(
            KeyReuse(
                differingParts: key.hash.keysThatDiffer(from: known.parts), firstInvoice: known.answer.invoice,
                isNewKeySafe: ended.contains(known.status)))
    }

    /// Frees a key that was used more than 24 hours ago.
    private static func forget(
        _ key: NewInvoice.Key, by principal: Principal, in repository: SubmissionRepository
    ) throws {
        let old = try repository.find(principal.tenant, account: principal.id, key: key.text)
        guard let old else { return }
        try repository.forget(key.text, of: old.answer.invoice, account: principal.id, in: principal.tenant)
    }
}

/// A submission that may be stored.
public struct CheckedSubmission: Sendable {
    /// What was submitted.
    public let submission: Submission
    let channel: SubmissionChannel
    let route: InboxRoute
}

extension CheckedSubmission {
    /// What would be done with it.
    public var workflow: Workflow { submission.workflow }

    /// The fields that its inbox captures.
    public func template(of tenant: TenantID, in tx: any Transaction) throws -> FieldTemplate {
        try TemplateRepository(tx).find(tenant, route.template, version: route.templateVersion)?.fields ?? .standard
    }

    /// The address of the inbox that it would go to.
    public var receivingInbox: String { route.address }
    /// How that inbox was found.
    public var resolutionPath: String { route.path.rawValue }
    /// What would be accepted, but perhaps not as meant.
    public var warnings: [SubmissionWarning] { route.warnings + submission.warnings }
    /// The text of the `Warning` header; `nil` for none.
    public var warningHeader: String? { SubmissionAnswer.header(of: warnings) }
}
