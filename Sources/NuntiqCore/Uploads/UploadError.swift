public import NuntiqModel

/// Why an upload was not taken.
public enum UploadError: UserFacingError, Hashable {
    /// Its parts are not one sound file; all faults are listed.
    case invalid([FieldFault])
    /// The file of this part is larger than 50 MiB.
    case tooLarge(part: String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .tooLarge: "attachment_too_large"
        }
    }

    /// What is wrong, and where.
    public var message: String {
        switch self {
        case .invalid(let faults):
            faults.map { $0.field.isEmpty ? $0.message : "\($0.field): \($0.message)" }.joined(separator: " ")
        case .tooLarge: "The file is larger than \(SubmissionLimits.attachmentBytesMax >> 20) MiB."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Nothing was stored."
        case .tooLarge: "Send a smaller file."
        }
    }

    /// The parts at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .tooLarge(let part): [FieldFault(field: part, message: message)]
        }
    }
}
