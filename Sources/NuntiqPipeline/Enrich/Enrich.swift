import NuntiqModel
public import NuntiqStore

/// Adds what follows from the invoice itself; nothing that was sent is ever changed.
///
/// Organisation, supplier and look-ups join when there are master data to look up.
public struct Enrich: Stage {
    /// Makes the stage.
    public init() {}

    /// Nothing yet.
    public func gather(for draft: InvoiceDraft, in tx: any Transaction) throws {}

    /// Fills in what is missing.
    public func decide(_ draft: InvoiceDraft, knowing knowledge: Void) -> StageOutcome {
        var draft = draft
        if draft.content.header["payableAmount"] == nil, let payable = Payable(draft.content.header)?.amount {
            draft.content.header.append(Field("payableAmount", .amount(payable), source: .rule))
        }
        return .advance(draft)
    }
}
