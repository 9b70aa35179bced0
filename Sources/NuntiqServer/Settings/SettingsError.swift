public import NuntiqModel

/// Why a process does not start with what it was told.
public enum SettingsError: UserFacingError, Hashable {
    /// A value that cannot be; the value has its secrets hidden.
    case wrongValue(name: SettingName, value: String, source: SettingSource, allowed: String)
    /// Values that exclude each other.
    case refused(message: String, hint: String)
    /// A settings file that cannot be read.
    case unreadableFile(path: String, reason: String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .wrongValue: "setting_wrong"
        case .refused: "setting_refused"
        case .unreadableFile: "settings_file_unreadable"
        }
    }

    /// Setting, value, source and what is allowed, in one line.
    public var message: String {
        switch self {
        case .wrongValue(let name, let value, let source, let allowed):
            "\(Self.shown(name, source)) is \"\(value)\", allowed is \(allowed)."
        case .refused(let message, _): message
        case .unreadableFile(let path, let reason): "The settings file \(path) cannot be used: \(reason)."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .wrongValue(let name, _, let source, _):
            switch source {
            case .flag: "Correct the flag \(name.flagName)."
            case .environment: "Correct or unset \(name.environmentName)."
            case .file(let path): "Correct \"\(name.rawValue)\" in \(path)."
            case .standard: ""
            }
        case .refused(_, let hint): hint
        case .unreadableFile: "It holds one JSON object, such as {\"port\": 8080}."
        }
    }

    private static func shown(_ name: SettingName, _ source: SettingSource) -> String {
        switch source {
        case .flag: "\(name.flagName) (flag)"
        case .environment: "\(name.environmentName) (environment)"
        case .file(let path): "\"\(name.rawValue)\" (file \(path))"
        case .standard: "\(name.rawValue) (default)"
        }
    }
}
