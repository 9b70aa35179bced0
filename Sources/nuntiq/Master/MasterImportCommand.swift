import ArgumentParser
import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq master import`.
struct MasterImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import master data from a CSV file.",
        discussion: """
            The first line names the fields as the Customer API does; a dot leads into a list, such as
            supplier_location.supplier_bank_account.bank_account_number. Kinds: organization, supplier, purchaseorder,
            purchaseorderline, receipt, customer_data_table_1 to 20 or the name of a table.

            Example: nuntiq master import acme supplier suppliers.csv --dry-run
            Example: nuntiq master import acme supplier suppliers.csv --full-load
            """
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "What the rows are.") var kind: String
    @Argument(help: "The CSV file, or - for standard input.") var file: String
    @Flag(name: .customLong("full-load"), help: "The rows take the place of the whole set.") var isFullLoad = false
    @Flag(name: .customLong("allow-shrink"), help: "More than half of the rows may go.") var allowsShrink = false
    @Flag(name: .customLong("dry-run"), help: "Check every row and store nothing.") var isDryRun = false
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let source = try ImportedFile(file, isProgressShown: !output.asJSON)
        let outcome = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            let wish = MasterImport.Wish(
                try await kind(for: tenant, accounts), isFullLoad: isFullLoad, allowsShrink: allowsShrink,
                isDryRun: isDryRun)
            let data = MasterData(
                database: accounts.installation.database, environment: accounts.installation.environment)
            defer { source.progress.clear() }
            do {
                return try await MasterImport(data: data).run(
                    wish, in: tenant.id, by: .console, reading: source.read, progress: source.show)
            } catch let error as CSVError {
                throw MasterDataError.invalid([FieldFault(field: file, message: error.message)])
            }
        }
        output.report(outcome.json(isDryRun: isDryRun)) { text(outcome) }
        if !outcome.faults.isEmpty { throw ExitCode.failure }
    }

    private func kind(for tenant: Tenant, _ accounts: Accounts) async throws -> MasterKind {
        let kinds: [String: MasterKind] = [
            "organization": .organization, "supplier": .supplier, "purchaseorder": .purchaseOrder,
            "purchaseorderline": .purchaseOrderLine, "receipt": .receipt,
        ]
        if let known = kinds[kind.lowercased()] { return known }
        return try await DataTables(database: accounts.installation.database).kind(kind, in: tenant.id)
    }

    private func text(_ outcome: MasterImport.Outcome) -> String {
        let counts = outcome.counts
        let verb = isDryRun ? "Checked" : "Read"
        var lines = [
            "\(verb) \(outcome.rows) rows: \(counts.inserted) new, \(counts.updated) changed, "
                + "\(counts.unchanged) as they were" + (outcome.removed.map { ", \($0) removed" } ?? "") + "."
        ]
        lines += outcome.faults.prefix(50).map { fault in
            "line \(fault.line)" + (fault.column.isEmpty ? "" : ", \(fault.column)") + ": \(fault.message)"
        }
        if outcome.faults.count > 50 { lines.append("… and \(outcome.faults.count - 50) more; --json lists them.") }
        if !outcome.faults.isEmpty, !isDryRun {
            lines.append(
                isFullLoad
                    ? "The old set stays as it was. Correct the file and import it again."
                    : "What came before these lines is stored. Correct the file and import it again.")
        }
        return lines.joined(separator: "\n")
    }
}

/// A file that is read some bytes at a time, with what people see meanwhile.
private final class ImportedFile {
    let progress: ProgressBar
    private let handle: FileHandle
    private var bytesRead = 0

    init(_ path: String, isProgressShown: Bool) throws {
        if path == "-" {
            handle = .standardInput
            progress = ProgressBar(isShown: isProgressShown, bytesTotal: nil)
            return
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType != .typeDirectory,
            let handle = FileHandle(forReadingAtPath: path)
        else {
            throw MasterDataError.invalid([FieldFault(field: path, message: "There is no such file to be read.")])
        }
        self.handle = handle
        progress = ProgressBar(isShown: isProgressShown, bytesTotal: attributes?[.size] as? Int)
    }

    func read() throws -> [UInt8] {
        let bytes = try handle.read(upToCount: 1 << 16).map(Array.init) ?? []
        bytesRead += bytes.count
        return bytes
    }

    func show(rows: Int) {
        progress.show(bytes: bytesRead, done: "\(rows) rows")
    }
}

extension MasterImport.Outcome {
    fileprivate func json(isDryRun: Bool) -> JSONValue {
        var json: JSONObject = [
            "dry_run": .bool(isDryRun), "rows": .number(JSONNumber(Int64(rows))),
            "inserted": .number(JSONNumber(counts.inserted)), "updated": .number(JSONNumber(counts.updated)),
            "unchanged": .number(JSONNumber(counts.unchanged)),
        ]
        json["removed"] = removed.map { .number(JSONNumber($0)) }
        json["faults"] = .array(
            faults.map { fault in
                [
                    "line": .number(JSONNumber(Int64(fault.line))), "column": .string(fault.column),
                    "message": .string(fault.message),
                ]
            })
        return .object(json)
    }
}
