public import NuntiqModel

/// An invoice on its way through the stages; a value, so that a dry run needs no row.
public struct InvoiceDraft: Sendable, Equatable {
    /// The customer.
    public let tenant: TenantID
    /// The partner account or API user that sent it.
    public let account: Int64
    /// The names and order of its fields.
    public let template: FieldTemplate
    /// What it says so far.
    public var content: InvoiceContent
    /// What the stages so far remarked without stopping it.
    public var remarks: [ValidationIssue] = []

    /// Begins with what was received.
    public init(tenant: TenantID, account: Int64, template: FieldTemplate, content: InvoiceContent) {
        (self.tenant, self.account, self.template, self.content) = (tenant, account, template, content)
    }
}
