import NuntiqModel
import NuntiqStore

/// An error as a command tells it: one clear line and what to do, or one JSON object.
struct ToldError {
    let code: String
    let message: String
    let hint: String
    let details: [FieldFault]

    func asText(asJSON: Bool) -> String {
        asJSON ? json.serialized() : asLines
    }

    private var asLines: String {
        let head = "\(Paint.onErrors.bad("error:")) \(message)"
        return hint.isEmpty ? head : "\(head)\n\(Paint.onErrors.dim(" hint:")) \(hint)"
    }

    private var json: JSONValue {
        [
            "success": false, "error": .string(code), "message": .string(message), "hint": .string(hint),
            "details": .array(
                details.map { ["field": .string($0.field), "message": .string($0.message)] }),
        ]
    }
}

extension ToldError {
    init(_ error: StoreError) {
        switch error {
        case .unavailable(let reason):
            self.init(
                code: "storage_unavailable", message: "The database cannot be used: \(reason)",
                hint: "`nuntiq config` shows which one is meant (NUNTIQ_DATA, NUNTIQ_DATABASE_URL).", details: [])
        case .lockTimeout, .overloaded, .closed:
            self.init(
                code: "storage_unavailable", message: "The database is busy (\(error)).", hint: "Try again.",
                details: [])
        case .uniqueViolation, .unexpectedColumn, .statement:
            self.init(code: "internal_error", message: "\(error)", hint: "This is a defect of Nuntiq.", details: [])
        }
    }

    init(_ error: BlobError) {
        switch error {
        case .misconfigured(let message):
            self.init(code: "setting_wrong", message: message, hint: "Correct NUNTIQ_BLOB_URL.", details: [])
        case .unavailable(let reason):
            self.init(
                code: "files_unavailable", message: "The files cannot be used: \(reason)",
                hint: "`nuntiq config` shows where they are (NUNTIQ_BLOB_URL, NUNTIQ_DATA).", details: [])
        case .missing(let hash):
            self.init(
                code: "file_missing", message: "The file \(hash) is lost.", hint: "Restore it from a backup.",
                details: [])
        }
    }

    init(_ error: MigrationError) {
        self.init(
            code: "migration_refused", message: "\(error)",
            hint: "The database was made by another version of Nuntiq; run that one, or a newer one.", details: [])
    }
}
