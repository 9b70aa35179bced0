// swift-format-ignore-file
extension SwiftConnectorFiles {
    /// Made from samples/swift/Sources/PullSuppliers.swift by Scripts/embed-assets; change that file, not this one.
    static let PullSuppliersSwift = #"""
        import Foundation
        import NuntiqConnector
        import NuntiqModel

        /// Reads the CSV file of `suppliers_csv`: number, name, active, city, country, iban, changed_at.
        struct PullSuppliers: Connector {
            static let summary = "Brings suppliers that changed since the last run from a CSV file into Nuntiq."

            func run(_ context: JobContext) async throws -> JobResult {
                let file = context.config("suppliers_csv")?.string ?? "sample_data/suppliers.csv"
                let name = context.config("connector_name")?.string ?? "sample"
                let suppliers = try Self.rows(of: file)
                return try await context.deltaRun(name, "suppliers") { run in
                    let last = run.lowerBound.flatMap { Instant($0) }
                    let new = suppliers.filter { supplier in last.map { supplier.changedAt > $0 } ?? true }
                    let counts = try await MasterLoad.suppliers(context).save(new.map(\.json))
                    await run.count(new.count)
                    await run.setNewCursor(new.map(\.changedAt).max()?.description)  // nothing new: the cursor stays
                    context.logger.info("\(new.count) suppliers: \(counts)", step: "suppliers")
                    return ["suppliers": .number(JSONNumber(Int64(new.count)))]
                }
            }

            private struct Supplier {
                let json: JSONObject
                let changedAt: Instant

                init?(_ fields: [String]) {
                    guard fields.count == 7, let changedAt = Instant(fields[6]) else { return nil }
                    self.changedAt = changedAt
                    var location: JSONObject = [
                        "location_code": "MAIN",
                        "supplier_address": [["city": .string(fields[3]), "country_code": .string(fields[4])]],
                    ]
                    if !fields[5].isEmpty {
                        location["supplier_bank_account"] = [["bank_account_number": .string(fields[5])]]
                    }
                    json = [
                        "supplier_number": .string(fields[0]), "supplier_name": .string(fields[1]),
                        "is_active": .bool(fields[2] == "1"), "supplier_location": [.object(location)],
                    ]
                }
            }

            private static func rows(of file: String) throws -> [Supplier] {
                let text = try String(contentsOfFile: file, encoding: .utf8)
                return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
                    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                    guard let supplier = Supplier(fields) else {
                        throw ArgumentError.unusable(name: file, reason: "has a line that cannot be read: \(line)")
                    }
                    return supplier
                }
            }
        }

        """#
}
