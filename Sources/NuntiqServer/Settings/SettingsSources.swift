import NuntiqModel

/// What was said about the settings, each by its source, not yet checked.
public struct SettingsSources: Sendable {
    /// The flags that were given.
    public var flags: [SettingName: String]
    /// The whole environment of the process.
    public var environment: [String: String]
    /// The settings file that `--config` names; without one `nuntiq.json` of the data folder, if it is there.
    public var configFile: String?
    /// Gives the bytes of a file; `nil` when there is none.
    public var read: @Sendable (_ path: String) throws -> [UInt8]?

    /// Collects the sources; reads nothing yet.
    public init(
        flags: [SettingName: String] = [:], environment: [String: String] = [:], configFile: String? = nil,
        read: @escaping @Sendable (_ path: String) throws -> [UInt8]? = { _ in nil }
    ) {
        self.flags = flags
        self.environment = environment
        self.configFile = configFile
        self.read = read
    }

    /// Reads the settings file and puts everything in the order of who wins.
    func said() throws(SettingsError) -> SaidSettings {
        var said = SaidSettings()
        for (name, value) in flags { said.say(name, value, .flag) }
        for name in SettingName.allCases {
            guard let value = environment[name.environmentName], !value.isEmpty else { continue }
            said.say(name, value, .environment)
        }
        said.warnings = unknownNames()
        try addFile(to: &said)
        return said
    }

    private func addFile(to said: inout SaidSettings) throws(SettingsError) {
        let path = configFile ?? (said.value(.data) ?? "./data") + "/nuntiq.json"
        guard let members = try members(of: path) else { return }
        for member in members {
            guard let name = SettingName(rawValue: member.key) else {
                said.warnings.append(
                    unknown(
                        "\"\(member.key)\" in \(path)",
                        nearest(to: member.key, among: SettingName.allCases.map(\.rawValue))))
                continue
            }
            guard name != .data || configFile != nil else {
                said.warnings.append("\"data\" in \(path) means nothing: the file was found by the data folder.")
                continue
            }
            guard let value = Self.text(of: member.value) else {
                throw .unreadableFile(path: path, reason: "\"\(member.key)\" is \(member.value.kindName)")
            }
            said.say(name, value, .file(path))
        }
    }

    private func members(of path: String) throws(SettingsError) -> [JSONObject.Member]? {
        do {
            guard let bytes = try read(path) else {
                guard configFile == nil else { throw SettingsError.unreadableFile(path: path, reason: "there is none") }
                return nil
            }
            guard let object = try JSONValue.parse(bytes).object else {
                throw SettingsError.unreadableFile(path: path, reason: "it is no JSON object")
            }
            return object.members
        } catch let error as SettingsError {
            throw error
        } catch let error as JSONError {
            throw .unreadableFile(path: path, reason: error.message)
        } catch {
            throw .unreadableFile(path: path, reason: "\(error)")
        }
    }

    private func unknownNames() -> [String] {
        let known = SettingName.allCases.map(\.environmentName)
        return environment.keys.sorted().filter { name in
            name.hasPrefix("NUNTIQ_") && !known.contains(name) && !SettingName.clientNames.contains(name)
        }.map { unknown($0, nearest(to: $0, among: known)) }
    }

    private func unknown(_ name: String, _ nearest: String?) -> String {
        nearest.map { "\(name) is no setting; did you mean \($0)?" } ?? "\(name) is no setting."
    }

    private static func text(of value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let truth): truth ? "true" : "false"
        case .null: ""
        case .array, .object: nil
        }
    }
}

/// What was said about each setting, the strongest source only.
struct SaidSettings: Sendable {
    struct Value: Sendable {
        let text: String
        let source: SettingSource
    }

    private(set) var values: [SettingName: Value] = [:]
    var warnings: [String] = []

    /// Keeps a value, unless a stronger source has spoken before.
    mutating func say(_ name: SettingName, _ text: String, _ source: SettingSource) {
        guard values[name] == nil, !text.isEmpty else { return }
        values[name] = Value(text: text, source: source)
    }

    func value(_ name: SettingName) -> String? {
        values[name]?.text
    }
}
