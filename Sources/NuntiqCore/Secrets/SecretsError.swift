public import NuntiqModel

/// Why a start has no secrets to work with.
public enum SecretsError: UserFacingError, Hashable {
    /// The file holds something else than a key.
    case malformed(path: String)
    /// Others on this machine may read the file.
    case openToOthers(path: String)
    /// The file is there, but cannot be read.
    case unreadable(path: String, reason: String)
    /// The file cannot be made.
    case unwritable(path: String, reason: String)
    /// The key is not the one with which this database's secrets were made.
    case otherInstallation(path: String, expected: String, found: String)
    /// Sealed bytes were changed, or sealed with another key.
    case unopenable
    /// Another rekey was first.
    case rekeyedMeanwhile

    /// The stable machine code.
    public var code: String {
        switch self {
        case .malformed: "secret_malformed"
        case .openToOthers: "secret_open_to_others"
        case .unreadable: "secret_unreadable"
        case .unwritable: "secret_unwritable"
        case .otherInstallation: "secret_of_other_installation"
        case .unopenable: "secret_unopenable"
        case .rekeyedMeanwhile: "secret_rekeyed_meanwhile"
        }
    }

    /// What is wrong with which file.
    public var message: String {
        switch self {
        case .malformed(let path):
            "The master key in \(path) is malformed: it must be 32 bytes as 64 hexadecimal digits or as base64."
        case .openToOthers(let path): "The master key in \(path) is readable by group or others."
        case .unreadable(let path, let reason): "The master key in \(path) cannot be read: \(reason)."
        case .unwritable(let path, let reason): "The master key cannot be written to \(path): \(reason)."
        case .otherInstallation(let path, let expected, let found):
            "The master key in \(path) (\(found)) is not the one of this database (\(expected))."
        case .unopenable: "A sealed secret does not open with this installation's key."
        case .rekeyedMeanwhile: "Another rekey changed the master key at the same moment."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .malformed(let path):
            "Put the right key back, or make one for a new installation: openssl rand -hex 32 > \(path)"
        case .openToOthers(let path): "Close it: chmod 600 \(path)"
        case .unreadable: "Give the file to the user that runs nuntiq, or name another by NUNTIQ_SECRET_FILE."
        case .unwritable: "Make the folder writable, or name another file by NUNTIQ_SECRET_FILE."
        case .otherInstallation: "Every node needs the same file; name it by NUNTIQ_SECRET_FILE."
        case .unopenable: "Put the right master key back."
        case .rekeyedMeanwhile: "Copy the master key of the node where it ran, or put this one's old key back."
        }
    }
}
