/// The files of samples/swift/Sources, by name; made by Scripts/embed-assets.
enum SwiftConnectorFiles {
    static let all: [String: String] = [
        "ERP.swift": ERPSwift,
        "ExportInvoices.swift": ExportInvoicesSwift,
        "PollMessages.swift": PollMessagesSwift,
        "Program.swift": ProgramSwift,
        "PullSuppliers.swift": PullSuppliersSwift,
        "PushInvoices.swift": PushInvoicesSwift,
    ]
}
