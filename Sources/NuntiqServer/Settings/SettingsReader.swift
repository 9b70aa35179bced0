import Logging
import NuntiqMail

extension Settings {
    /// Puts the sources in order, checks every value, and fills in the defaults.
    ///
    /// - Throws: ``SettingsError`` for the first value that cannot be.
    public init(_ sources: SettingsSources) throws(SettingsError) {
        var reader = SettingsReader(said: try sources.said())
        mode = try reader.mode()
        data = try reader.text(.data, default: "./data", allowed: "the path of a folder") { Self.cut($0) }
        host = try reader.text(
            .host, default: mode == .development ? "127.0.0.1" : "0.0.0.0", allowed: "an address of this machine"
        ) { isHost($0) ? $0 : nil }
        port = try reader.number(.port, default: 8080, in: 0...65_535)
        database = try reader.database()
        blobs = try reader.blobs()
        api = try reader.api(port: port)
        portalDomain = try reader.text(
            .portalDomain, default: "localhost:\(port)", allowed: "a domain such as example.com"
        ) { isDomain($0, withPort: true) ? $0.lowercased() : nil }
        receivingDomain = try reader.text(
            .receivingDomain, default: "nuntiq-receiving.com", allowed: "a domain such as example.com"
        ) { isDomain($0, withPort: false) ? $0.lowercased() : nil }
        smtpURL = try reader.choice(.smtpURL, allowed: "an address such as smtp://user:password@mail.example.com:587") {
            isURL($0, schemes: ["smtp", "smtps"]) && SMTPServer($0) != nil ? $0 : nil
        }
        mailFrom = try reader.choice(.mailFrom, allowed: "an email address") {
            MailAddress($0)?.description
        }
        lmtpPort = try reader.choice(.lmtpPort, allowed: "a number from 0 to 65535") { number($0, in: 0...65_535) }
        secretFile = try reader.text(.secretFile, default: "\(data)/secret.key", allowed: "the path of a file") { $0 }
        logFormat = try reader.word(.logFormat, default: mode == .development ? .human : .json)
        logLevel = try reader.word(.logLevel, default: .info)
        rateLimit = try reader.rateLimit()
        trustedProxies =
            try reader.choice(
                .trustedProxies, allowed: "addresses and ranges such as 10.0.0.5, 192.168.0.0/16"
            ) { TrustedProxies($0) } ?? .none
        metricsToken = try reader.choice(.metricsToken, allowed: "at least 16 characters") {
            $0.count >= 16 ? $0 : nil
        }
        passwordCost = try reader.number(.passwordCost, default: 15, in: 4...16)
        connectors = try reader.choice(.connectors, allowed: "the path of a folder") { Self.cut($0) }
        connectorRuns = try reader.number(.connectorRuns, default: 8, in: 1...64)
        connectorUser = try reader.number(.connectorUser, default: 60_800, in: 1_000...2_000_000_000)
        clockOffset = try reader.choice(
            .clockOffset, allowed: "0, or a number with a unit d, h, m or s, such as 62d"
        ) { duration($0) }
        assets = try reader.choice(.assets, allowed: "the path of a folder") { $0 }
        cloudVariables = sources.environment.filter { $0.key.hasPrefix("AWS_") }
        effective = reader.effective
        warnings = reader.said.warnings
        try refuseForProduction(clockOffset)
    }

    /// Refuses what production does not have.
    private func refuseForProduction(_ offset: Duration?) throws(SettingsError) {
        guard mode == .production else { return }
        guard assets == nil else {
            throw .refused(
                message: "A production installation shows the pages that are in the program (NUNTIQ_ASSETS).",
                hint: "Unset it; it is for whoever works on the pages.")
        }
        guard let offset, offset != .zero else { return }
        throw .refused(
            message:
                "The clock of a production installation is not moved (\(SettingName.clockOffset.environmentName)).",
            hint: "Unset it, or set NUNTIQ_ENV=development on a machine without real data.")
    }

    /// The text without slashes at its end.
    private static func cut(_ text: String) -> String? {
        let end = text.lastIndex { $0 != "/" }
        return end.map { String(text[...$0]) } ?? "/"
    }
}

/// Checks what was said, value by value, and keeps what is in force.
struct SettingsReader {
    let said: SaidSettings
    private(set) var effective: [EffectiveSetting] = []

    init(said: SaidSettings) {
        self.said = said
    }

    /// The checked value, or `nil` when nobody said one.
    mutating func choice<Value>(
        _ name: SettingName, allowed: String, check: (String) -> Value?
    ) throws(SettingsError) -> Value? {
        guard let given = said.values[name] else {
            effective.append(EffectiveSetting(name: name, shownValue: "", source: .standard))
            return nil
        }
        let shown = name.isSecret ? "***" : withoutSecrets(given.text)
        guard let value = check(given.text) else {
            throw .wrongValue(name: name, value: shown, source: given.source, allowed: allowed)
        }
        effective.append(EffectiveSetting(name: name, shownValue: shown, source: given.source))
        return value
    }

    mutating func text(
        _ name: SettingName, default standard: String, allowed: String, check: (String) -> String?
    ) throws(SettingsError) -> String {
        if let value = try choice(name, allowed: allowed, check: check) { return value }
        showDefault(standard)
        return standard
    }

    mutating func number(
        _ name: SettingName, default standard: Int, in range: ClosedRange<Int>
    ) throws(SettingsError) -> Int {
        let allowed = "a number from \(range.lowerBound) to \(range.upperBound)"
        if let value = try choice(name, allowed: allowed, check: { NuntiqServer.number($0, in: range) }) {
            return value
        }
        showDefault(String(standard))
        return standard
    }

    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: SettingName, default standard: Word
    ) throws(SettingsError) -> Word {
        let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
        if let value = try choice(name, allowed: allowed, check: { Word(rawValue: $0.lowercased()) }) { return value }
        showDefault(standard.rawValue)
        return standard
    }

    mutating func mode() throws(SettingsError) -> Settings.Mode {
        try word(.mode, default: .production)
    }

    mutating func database() throws(SettingsError) -> Settings.DatabaseChoice {
        let allowed = "an address such as postgres://user:password@host:5432/database"
        let url = try choice(.databaseURL, allowed: allowed) {
            isURL($0, schemes: ["postgres", "postgresql"]) ? $0 : nil
        }
        if let url { return .postgres(url: url) }
        showDefault("SQLite in the data folder")
        return .embedded
    }

    mutating func blobs() throws(SettingsError) -> Settings.BlobChoice {
        let url = try choice(.blobURL, allowed: "an address such as s3://bucket") {
            isURL($0, schemes: ["s3"]) ? $0 : nil
        }
        if let url { return .bucket(url: url) }
        showDefault("files in the data folder")
        return .folder
    }

    mutating func api(port: Int) throws(SettingsError) -> APIAddress {
        let allowed = "an address such as https://api.example.com/api"
        let address = try choice(.apiURL, allowed: allowed) { text in
            isURL(text, schemes: ["http", "https"]) ? APIAddress(text) : nil
        }
        if let address { return address }
        let standard = APIAddress.local(port: port)
        showDefault(standard.url)
        return standard
    }

    mutating func rateLimit() throws(SettingsError) -> Settings.RateLimit {
        let limit = try choice(.rateLimit, allowed: "requests a second from 1 to 1000000, or off") { text in
            text.lowercased() == "off"
                ? Settings.RateLimit.off
                : NuntiqServer.number(text, in: 1...1_000_000).map(Settings.RateLimit.perSecond)
        }
        if let limit { return limit }
        showDefault("200 for partner keys, 2000 for API users")
        return .standard
    }

    /// Shows the default of the setting that was looked at last.
    private mutating func showDefault(_ value: String) {
        guard let last = effective.popLast() else { return }
        effective.append(EffectiveSetting(name: last.name, shownValue: value, source: .standard))
    }
}
