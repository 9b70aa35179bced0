import NuntiqCore
import NuntiqModel

/// What somebody wants done with many invoices: those that are chosen, or all that the list's filter lets through.
struct BulkWish: Sendable {
    let action: BulkAction
    let tokens: [Token]
    /// Whether the filter lets through more than are taken at once.
    let hasMore: Bool
    let typed: String
    let fault: String?
    /// Whether nothing is to be asked any more.
    let isSure: Bool

    init(
        _ action: BulkAction, _ form: Form, of url: InvoicesURL, _ workList: WorkList, _ context: PortalContext
    ) async throws {
        self.action = action
        typed = String(trimmed(form["reason"]).prefix(4_000))
        let isAsked = form.has("sure")
        if form.has("all"), !isAsked {
            (tokens, hasMore) = try await workList.tokens(
                url.filter, limit: Integration.bulkMax, recentSince: TenantCalendar(context).dayStart,
                of: context.tenant.id)
        } else {
            (tokens, hasMore) = (form.all("token").compactMap { Token($0) }, false)
        }
        let isReasonMissing = action == .reject && typed.isEmpty
        fault = isAsked && isReasonMissing ? "Say why, in a sentence; the supplier reads it." : nil
        isSure = !isReasonMissing && (isAsked || !form.has("all"))
    }

    /// A rejection tells the supplier why, so somebody must have said it; the others name who did it.
    var reason: String { typed.isEmpty ? "From the work list" : typed }
}
