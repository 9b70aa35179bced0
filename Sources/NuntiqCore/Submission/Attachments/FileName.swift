internal import NuntiqModel

/// The name that a file is kept under.
enum FileName {
    /// The last part of what was sent; `nil` unless that is 1 to 255 characters without control characters.
    static func kept(_ sent: String?) -> String? {
        let name = trimmed(sent ?? "")
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let isPlain = !last.unicodeScalars.contains { $0.properties.generalCategory == .control }
        let isShort = last.unicodeScalars.count <= SubmissionLimits.fileNameCharactersMax
        return !last.isEmpty && isPlain && isShort ? last : nil
    }

    /// What is wrong with a name that cannot be kept.
    static let fault = "Expected a file name of 1 to \(SubmissionLimits.fileNameCharactersMax) characters."
}
