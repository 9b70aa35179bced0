import Foundation
import NuntiqConnector
import NuntiqModel

/// Fills a Nuntiq from the files of `fixtures/`, as `lib.seeding` does for projects in Python.
///
/// `organization.json`, `supplier.json`, `purchase_order.json`, `purchase_order_line.json` and `receipt.json` are lists
/// of rows as the API takes them. `invoice.json` is a list of `{"invoice": {…}, "attachments": [{"type", "file"}]}`
/// with the names of files in `attachment_files/`. A file that is missing is nothing.
struct FixtureSeeding: Sendable {
    private static let pipelineTimeMax = Duration.seconds(60)
    private static let pace = Duration.milliseconds(50)

    let folder: URL

    /// Takes the fixtures in and waits until the invoices have gone through the pipeline.
    func seed(_ settings: JSONValue) async throws {
        let counts = try await JobContext.withContext(try JobSettings(settings), name: "fixtures") { context in
            var counts: [String] = []
            for (kind, load) in Self.masters(context) {
                let rows = try read(kind)
                guard !rows.isEmpty else { continue }
                try await named(kind) { _ = try await load.save(rows) }
                counts.append("\(rows.count) \(kind)")
            }
            let invoices = try read("invoice")
            for entry in invoices { try await named("invoice") { try await take(entry, context) } }
            try await waitForPipeline(context)
            return counts + (invoices.isEmpty ? [] : ["\(invoices.count) invoice"])
        }
        Output.note("Fixtures: \(counts.isEmpty ? "none" : counts.joined(separator: ", "))")
    }

    /// In the order in which they refer to each other.
    private static func masters(_ context: JobContext) -> [(String, MasterLoad)] {
        [
            ("organization", .organizations(context)), ("supplier", .suppliers(context)),
            ("purchase_order", .purchaseOrders(context)), ("purchase_order_line", .purchaseOrderLines(context)),
            ("receipt", .receipts(context)),
        ]
    }

    private func take(_ entry: JSONObject, _ context: JobContext) async throws {
        var (image, others) = (FileContent?.none, [FileContent]())
        for attachment in entry["attachments"]?.array ?? [] {
            let name = URL(fileURLWithPath: attachment["file"]?.string ?? "").lastPathComponent
            let bytes = try Data(contentsOf: folder.appending(path: "attachment_files/\(name)"))
            let file = try FileContent(name: name, bytes: Array(bytes))
            if attachment["type"] == "IMAGE" { image = file } else { others.append(file) }
        }
        _ = try await IngestionLoad(context).importInvoice(
            entry["invoice"]?.object ?? [:], workflow: entry["workflow"]?.string ?? "payment_portal",
            receivingInbox: entry["receiving_inbox"]?.string, image: image, attachments: others)
    }

    private func waitForPipeline(_ context: JobContext) async throws {
        let environment = ConnectorEnvironment.live
        let end = environment.monotonic() + Self.pipelineTimeMax
        while true {
            let query = [(name: "state", value: "Processing"), (name: "limit", value: "1")]
            let waiting = try await context.api.get("/v1/invoices", query: query)["items"]?.array ?? []
            if waiting.isEmpty { return }
            guard environment.monotonic() < end else { throw ConnectorToolError.seedFailed }
            try await environment.sleep(Self.pace)
        }
    }

    private func read(_ kind: String) throws -> [JSONObject] {
        let file = folder.appending(path: "\(kind).json")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        guard let rows = (try? JSONValue.parse(Array(try Data(contentsOf: file))))?.array else {
            Output.fail("\(file.path) is no list in JSON.")
            throw ConnectorToolError.seedFailed
        }
        return rows.compactMap(\.object)
    }

    /// Says which fixture was refused.
    private func named(_ kind: String, _ call: () async throws -> Void) async throws {
        do {
            try await call()
        } catch {
            Output.fail("fixtures/\(kind).json: \(error)")
            throw ConnectorToolError.seedFailed
        }
    }
}
