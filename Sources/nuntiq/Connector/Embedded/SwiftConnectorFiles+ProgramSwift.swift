// swift-format-ignore-file
extension SwiftConnectorFiles {
    /// Made from samples/swift/Sources/Program.swift by Scripts/embed-assets; change that file, not this one.
    static let ProgramSwift = #"""
        import NuntiqConnector

        /// The samples as a program: `sample-connectors --entrypoint push_invoices --config settings.json`.
        @main
        struct Program: ConnectorProgram {
            static let connectors: [String: any Connector.Type] = [
                "push_invoices": PushInvoices.self, "pull_suppliers": PullSuppliers.self, "poll_messages": PollMessages.self,
                "export_invoices": ExportInvoices.self,
            ]
        }

        """#
}
