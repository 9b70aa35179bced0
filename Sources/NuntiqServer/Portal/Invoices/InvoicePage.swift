import NuntiqCore
import NuntiqModel

/// One invoice: what it is, what to do about it, what it says, what happened.
struct InvoicePage: ShellPage {
    static let template = "portal/invoice"

    /// A figure of the head.
    struct Fact: Sendable {
        let word: String
        let text: String
        let currency: String?
        let beside: String?
        let style: String
    }

    let frame: PageFrame
    let shell: Shell
    let backPath: String
    let supplier: String
    let type: String
    let number: String
    let status: StatusBadge
    let facts: [Fact]
    let acts: [InvoiceAct]
    let notes: [InvoiceNote]
    let fields: [FieldView]
    let fieldCount: String
    let lines: LinesView
    let taxes: [TaxView]
    let hasTaxes: Bool
    let postings: [PostingView]
    let hasPostings: Bool
    let posting: [Pair]
    let hasPosting: Bool
    let files: [FileView]
    let fileCount: Int
    let events: [EventView]
    let olderPath: String?
    let newestPath: String?
    let origin: [Pair]
    var question: InvoiceQuestion?

    init(_ context: PortalContext, _ dossier: InvoiceDossier, _ texts: FileTexts, isLater: Bool = false) {
        let calendar = TenantCalendar(context)
        let row = dossier.row
        let path = InvoicePageRoutes.path(row.state.token)
        frame = context.page.frame
        supplier = row.supplierName.isEmpty ? row.supplierNumber : row.supplierName
        number = row.number.isEmpty ? "no number" : row.number
        var shell = context.shell(.invoices, title: "\(number) · \(supplier)")
        shell.keys = [Shell.Key("H", does: "hold"), Shell.Key("U", does: "back to the list")]
        self.shell = shell
        backPath = InvoicesURL().link(to: WorkState(of: row.state.status))
        type = DocumentWords.of(row.documentType)
        status = StatusBadge(row.state.status)
        facts = Self.facts(dossier, calendar)
        acts = InvoiceAct.possible(dossier, context).filter { !$0.standsInNote }
        notes = InvoiceNote.all(dossier, context, calendar)
        fields = FieldView.all(dossier.record, calendar)
        fieldCount = String(fields.count)
        lines = LinesView(dossier.record, from: context.query("lines"), path)
        taxes = TaxView.all(dossier.record)
        hasTaxes = !taxes.isEmpty
        postings = PostingView.all(dossier.events, calendar)
        hasPostings = !postings.isEmpty
        posting = Pair.posting(dossier, calendar)
        hasPosting = !posting.isEmpty
        files = dossier.attachments.map { FileView($0, path, text: texts.texts[$0.token]) }
        fileCount = files.count
        events = EventView.all(dossier.events, calendar)
        olderPath = dossier.olderEvents.map { "\(path)?before=\($0)#timeline" }
        newestPath = isLater ? "\(path)#timeline" : nil
        origin = Pair.origin(dossier, calendar)
    }

    private static func facts(_ dossier: InvoiceDossier, _ calendar: TenantCalendar) -> [Fact] {
        let (row, header) = (dossier.row, dossier.record.content.header)
        func money(_ key: String, _ word: String, _ style: String = "") -> Fact? {
            header[key]?.amount.map {
                Fact(
                    word: word, text: MoneyText.number($0, in: row.currencyCode),
                    currency: style.isEmpty ? nil : row.currencyCode, beside: nil, style: style)
            }
        }
        func text(_ key: String, _ word: String) -> Fact? {
            header[key]?.text.map { Fact(word: word, text: $0, currency: nil, beside: nil, style: "") }
        }
        let invoiced = header["invoiceDate"]?.date.map {
            Fact(word: "Invoice date", text: calendar.long($0), currency: nil, beside: nil, style: "")
        }
        let due = header["dueDate"]?.date.map {
            let isOver = !row.state.status.isFinal && calendar.isDue($0)
            return Fact(
                word: "Due", text: calendar.long($0), currency: nil,
                beside: row.state.status.isFinal ? nil : calendar.distance($0), style: isOver ? "bad" : "")
        }
        return [
            money("grossAmount", "Gross", "big"), money("netAmount", "Net"), money("taxAmount", "Tax"), invoiced, due,
            text("poNumber", "Purchase order"), text("organizationCode", "Organisation"),
        ].compactMap(\.self)
    }
}

/// A name with a value.
struct Pair: Sendable {
    let word: String
    let text: String

    init(_ word: String, _ text: String) {
        (self.word, self.text) = (word, text)
    }

    /// What the ERP and its connectors said last.
    fileprivate static func posting(_ dossier: InvoiceDossier, _ calendar: TenantCalendar) -> [Pair] {
        let state = dossier.row.state
        var pairs: [Pair] = []
        if let lease = state.lease, state.status.isLeased {
            let who = dossier.holder.flatMap { $0.isEmpty ? nil : $0 } ?? "a connector"
            pairs.append(Pair("Held by", "\(who) since \(calendar.exact(lease.startedAt).text)"))
            pairs.append(Pair("Lease ends", "\(calendar.exact(lease.endsAt).text), fence \(state.fence)"))
        }
        if let intent = state.intent {
            pairs.append(Pair("Announced", intent.erpReference))
            pairs.append(Pair("Push until", calendar.exact(intent.pushDeadline).text))
        }
        for (index, id) in state.integration.externalIDs.enumerated() {
            if let id { pairs.append(Pair("ERP number\(index == 0 ? "" : " \(index + 1)")", id)) }
        }
        for message in state.integration.externalMessages { if let message { pairs.append(Pair("ERP says", message)) } }
        if let code = state.integration.failureCode { pairs.append(Pair("Failure code", code)) }
        if let message = state.integration.failureMessage { pairs.append(Pair("Failure message", message)) }
        return pairs
    }

    /// Where the invoice came from, and what it is called elsewhere.
    fileprivate static func origin(_ dossier: InvoiceDossier, _ calendar: TenantCalendar) -> [Pair] {
        let record = dossier.record
        var pairs = [
            Pair("Received", calendar.exact(record.createdAt).text), Pair("From", dossier.sender),
            Pair("Inbox", dossier.inbox),
        ].filter { !$0.text.isEmpty }
        for (index, reference) in record.references.enumerated() where !reference.isEmpty {
            pairs.append(Pair("Reference \(index + 1)", reference))
        }
        pairs.append(Pair("Token", record.token.description))
        return pairs
    }
}

/// What people call the kinds of documents.
enum DocumentWords {
    static func of(_ type: String) -> String {
        type.isEmpty ? "Invoice" : (type.prefix(1).uppercased() + type.dropFirst()).replacing("_", with: " ")
    }
}
