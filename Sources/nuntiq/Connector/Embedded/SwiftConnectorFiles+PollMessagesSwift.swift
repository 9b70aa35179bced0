// swift-format-ignore-file
extension SwiftConnectorFiles {
    /// Made from samples/swift/Sources/PollMessages.swift by Scripts/embed-assets; change that file, not this one.
    static let PollMessagesSwift = #"""
        import NuntiqConnector
        import NuntiqModel

        /// Reads the messages of `ext_reference_1` since the last run.
        struct PollMessages: Connector {
            static let summary = "Tells the ERP what happened to its invoices: each message once, in their order."
            private static let beginning = "2026-01-01T00:00:00Z"

            func run(_ context: JobContext) async throws -> JobResult {
                let reference = context.config("ext_reference_1")?.string ?? "CUSTOMER-A"
                let name = context.config("connector_name")?.string ?? "sample"
                // The cursor is the recorded_at of the last message, with its six digits.
                return try await context.deltaRun(name, "lifecycle") { run in
                    var (last, count) = (run.lowerBound ?? Self.beginning, 0)
                    let messages = try LifecycleMessageLoad(context).messages(since: last, references: [1: reference])
                    for try await message in messages {
                        context.logger.info(
                            "\(message["invoice_token"]?.string ?? ""): \(message["code"]?.string ?? "")", step: "lifecycle",
                            detail: .object(message))
                        last = message["recorded_at"]?.string ?? last
                        count += 1
                    }
                    await run.count(count)
                    await run.setNewCursor(last)
                    return ["messages": .number(JSONNumber(Int64(count))), "cursor": .string(last)]
                }
            }
        }

        """#
}
