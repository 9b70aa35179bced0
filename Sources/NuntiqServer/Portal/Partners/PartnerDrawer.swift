import NuntiqCore
import NuntiqModel

/// One partner account: invitation, addresses, keys, access.
struct PartnerDrawer: Sendable {
    /// One step of an invitation.
    struct Step: Sendable {
        let icon: String
        /// `good` or empty.
        let kind: String
        let words: String
        let at: ShownTime
    }

    /// A notification address.
    struct Address: Sendable {
        let email: String
        let tag: String
        let isBad: Bool
    }

    /// A key, or the one that it replaced.
    struct Key: Sendable {
        let label: String
        let ends: String
        let isReplaced: Bool
        let facts: String
        /// What needs attention.
        let warning: String?
        let revokePath: String?
    }

    let path: String
    let name: String
    let isActive: Bool
    let isAdmin: Bool
    let about: String
    let canInvite = true
    let steps: [Step]
    let addresses: [Address]
    let addressCount: String
    let hasAddresses: Bool
    let keys: [Key]
    let keyCount: String
    let hasKeys: Bool
    var typed = ""
    var faults: FormFaults?

    init(
        _ context: PortalContext, _ partner: Partner, keys: [PartnerKeyOverview], invitations: [InvitationState],
        addresses: [AddressState]
    ) {
        path = "\(PartnerRoom.path)/\(partner.id)"
        name = partner.name
        isActive = partner.isActive
        isAdmin = context.allows(.admin)
        about = Self.about(partner, context)
        steps = invitations.map { Step($0, context) }
        self.addresses = addresses.map(Address.init)
        addressCount = String(addresses.count)
        hasAddresses = !addresses.isEmpty
        let path = path
        let isAdmin = isAdmin
        self.keys = keys.filter { $0.revokedAt == nil }
            .flatMap { Key.rows($0, context, path: isAdmin ? path : nil) }
        keyCount = String(self.keys.count)
        hasKeys = !self.keys.isEmpty
    }

    private static func about(_ partner: Partner, _ context: PortalContext) -> String {
        let made = "Made \(context.day(partner.createdAt))"
        switch partner.suppliers.count {
        case 0: return "Submits for any supplier · \(made)"
        case 1: return "Supplier \(partner.suppliers[0]) · \(made)"
        case let count:
            return "Suppliers \(partner.suppliers.prefix(3).joined(separator: ", "))"
                + (count > 3 ? " and \(count - 3) more" : "") + " · \(made)"
        }
    }
}

extension PartnerDrawer.Step {
    fileprivate init(_ state: InvitationState, _ context: PortalContext) {
        at = context.shown(state.at)
        let isOver = state.until < context.now
        let over = isOver ? "; the link is over" : ""
        switch state.stage {
        case .keyIssued: (icon, kind, words) = ("key", "good", "Key issued by \(state.email)")
        case .codeRequested:
            (icon, kind, words) = ("shield", "", "Code requested by \(state.email)" + over)
        case .opened: (icon, kind, words) = ("eye", "", "Opened by \(state.email)" + over)
        case .sent: (icon, kind, words) = ("mail", "", "Sent to \(state.email)" + (isOver ? "; not used in time" : ""))
        }
    }
}

extension PartnerDrawer.Address {
    fileprivate init(_ state: AddressState) {
        email = state.email
        isBad = state.bounce != nil
        if state.bounce != nil {
            tag = "mail came back"
        } else if state.muted.isEmpty {
            tag = "all mail"
        } else {
            tag =
                state.muted.count == MailCategory.allCases.count ? "no mail" : "\(state.muted.count) kinds of mail off"
        }
    }
}

extension PartnerDrawer.Key {
    /// The key, and the one that it replaced while that works.
    fileprivate static func rows(
        _ key: PartnerKeyOverview, _ context: PortalContext, path: String?
    ) -> [PartnerDrawer.Key] {
        let ask = path.map { "\($0)?revoke=\(key.id)" }
        let current = PartnerDrawer.Key(
            label: key.label, ends: "\(key.prefix)…\(key.last4)", isReplaced: false,
            facts: "\(expiry(key, context)) \(use(key.lastUsedAt, key.lastUsedFrom, context))",
            warning: warning(key, context), revokePath: ask)
        guard key.isInGrace(at: context.now), let until = key.graceUntil else { return [current] }
        let isUsed = key.graceUsedAt != nil
        let replaced = PartnerDrawer.Key(
            label: "\(key.label), replaced", ends: "", isReplaced: true,
            facts: "Works until \(context.time.clock(until)), \(PortalContext.words(until - context.now)) left."
                + (isUsed ? "" : " Not used since the rotation."),
            warning: key.graceUsedAt.map {
                "Still used: \(context.ago($0).text)"
                    + (key.graceUsedFrom.isEmpty ? "." : " from \(key.graceUsedFrom).")
            }, revokePath: nil)
        return [current, replaced]
    }

    private static func expiry(_ key: PartnerKeyOverview, _ context: PortalContext) -> String {
        guard let end = key.expiresAt else { return "Never expires." }
        guard end > context.now else { return "" }
        return "Expires \(context.day(end)), in \(PortalContext.words(end - context.now))."
    }

    private static func warning(_ key: PartnerKeyOverview, _ context: PortalContext) -> String? {
        guard let end = key.expiresAt, end <= context.now else { return nil }
        return "Expired \(context.day(end)); send an invitation for a new one."
    }

    private static func use(_ at: Instant?, _ address: String, _ context: PortalContext) -> String {
        at.map { "Last used \(context.ago($0).text)." } ?? "Never used."
    }
}
