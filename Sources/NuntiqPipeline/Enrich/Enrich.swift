import NuntiqModel
public import NuntiqStore

/// Adds what follows from the invoice itself, anew in each run; nothing that was sent is ever changed.
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
        let wasComputed = draft.content.header.contains { $0.key == "payableAmount" && $0.source == .rule }
        if wasComputed || draft.content.header["payableAmount"] == nil {
            draft.content.header.removeAll { $0.key == "payableAmount" }
            if let payable = Payable(draft.content.header)?.amount {
                draft.content.header.append(Field("payableAmount", .amount(payable), source: .rule))
            }
        }
        return .advance(draft)
    }
}
