import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct SettingsTests {
    private func settings(
        flags: [SettingName: String] = [:], _ environment: [String: String] = [:], file: String? = nil
    ) throws -> Settings {
        try Settings(
            SettingsSources(
                flags: flags, environment: environment,
                read: { path in
                    path.hasSuffix("/nuntiq.json") ? file.map { Array($0.utf8) } : nil
                }))
    }

    private func source(_ name: SettingName, _ settings: Settings) -> SettingSource? {
        settings.effective.first { $0.name == name }?.source
    }

    private func shown(_ name: SettingName, _ settings: Settings) -> String? {
        settings.effective.first { $0.name == name }?.shownValue
    }

    @Test(.proves("operations/settings-order"))
    func `a flag wins over the environment, that over the file, that over the default`() throws {
        let file = #"{"port": 3, "host": "file.example", "log_level": "debug"}"#
        let environment = ["NUNTIQ_PORT": "2", "NUNTIQ_HOST": "environment.example"]
        let settings = try settings(flags: [.port: "1"], environment, file: file)
        #expect(settings.port == 1 && source(.port, settings) == .flag)
        #expect(settings.host == "environment.example" && source(.host, settings) == .environment)
        #expect(shown(.logLevel, settings) == "debug" && source(.logLevel, settings) == .file("./data/nuntiq.json"))
        #expect(settings.data == "./data" && source(.data, settings) == .standard)
    }

    @Test func `every setting is told once, in its order, with its source`() throws {
        #expect(try settings().effective.map(\.name) == SettingName.allCases)
        let everything: [SettingName: String] = [
            .mode: "development", .data: "/d", .host: "::1", .port: "0", .databaseURL: "postgres://h/d",
            .blobURL: "s3://bucket", .apiURL: "https://api.example.com/api", .portalDomain: "example.com",
            .receivingDomain: "in.example.com", .smtpURL: "smtp://mail.example.com:587", .mailFrom: "ap@example.com",
            .lmtpPort: "24", .secretFile: "/s", .logFormat: "json", .logLevel: "trace", .rateLimit: "off",
            .trustedProxies: "10.0.0.0/8, ::1", .metricsToken: "0123456789abcdef", .passwordCost: "14",
            .connectors: "/c", .connectorRuns: "2", .connectorUser: "70000", .clockOffset: "62d", .assets: "/a",
        ]
        let all = try settings(flags: everything)
        #expect(all.effective.allSatisfy { $0.source == .flag && !$0.shownValue.isEmpty })
        #expect(all.effective.map(\.name) == SettingName.allCases)
        #expect(all.clockOffset == .seconds(62 * 86_400) && all.rateLimit == .off && all.lmtpPort == 24)
        #expect(all.database == .postgres(url: "postgres://h/d") && all.blobs == .bucket(url: "s3://bucket"))
    }

    @Test func `the defaults suit the mode`() throws {
        let production = try settings()
        #expect(production.mode == .production && production.host == "0.0.0.0" && production.logFormat == .json)
        let development = try settings(["NUNTIQ_ENV": "development", "NUNTIQ_PORT": "9000", "NUNTIQ_DATA": "/d/"])
        #expect(development.host == "127.0.0.1" && development.logFormat == .human)
        #expect(development.api.url == "http://localhost:9000/api" && development.portalDomain == "localhost:9000")
        #expect(development.secretFile == "/d/secret.key" && development.receivingDomain == "nuntiq-receiving.com")
    }

    @Test(
        .proves("operations/wrong-setting-stops"),
        arguments: [
            (SettingName.mode, "prod"), (.host, "not a host"), (.port, "http"), (.port, "65536"), (.port, "-1"),
            (.databaseURL, "mysql://h/d"), (.databaseURL, "postgres://"), (.blobURL, "/files"), (.apiURL, "localhost"),
            (.apiURL, "https://x/api?y"), (.portalDomain, "https://x"), (.receivingDomain, "a b"), (.smtpURL, "mail"),
            (.mailFrom, "nobody"), (.lmtpPort, "x"), (.logFormat, "xml"), (.logLevel, "loud"), (.rateLimit, "0"),
            (.rateLimit, "on"), (.metricsToken, "short"), (.clockOffset, "62"), (.clockOffset, "d"),
            (.clockOffset, "1y"), (.trustedProxies, "proxy"),
        ])
    func `a wrong value stops the start with one line`(name: SettingName, value: String) throws {
        let environment = ["NUNTIQ_ENV": "development"].merging([name.environmentName: value]) { $1 }
        let error = try #require(throws: SettingsError.self) { try settings(environment) }
        let message = error.message
        #expect(message.contains(name.environmentName) && message.contains("environment"))
        #expect(message.contains(name == .metricsToken ? "***" : value) && message.contains("allowed is"))
        #expect(!message.contains("\n") && error.hint.contains(name.environmentName))
    }

    @Test func `a flag and a file are named as the source`() throws {
        let flag = try #require(throws: SettingsError.self) { try settings(flags: [.logFormat: "xml"]) }
        #expect(flag.message.contains("--log-format (flag)"))
        let file = try #require(throws: SettingsError.self) { try settings(file: #"{"port": "x"}"#) }
        #expect(file.message.contains("\"port\" (file ./data/nuntiq.json)"))
    }

    @Test(.proves("operations/unknown-variable-warns"))
    func `an unknown name warns with the nearest known one`() throws {
        let environment = [
            "NUNTIQ_DATABSE_URL": "x", "NUNTIQ_XYZZY_PLUGH": "x", "NUNTIQ_API_KEY": "sk",
            "NUNTIQ_ROTATION_SECRET": "rs",
            "HOME": "/root",
        ]
        #expect(
            try settings(environment, file: #"{"prot": 1}"#).warnings == [
                "NUNTIQ_DATABSE_URL is no setting; did you mean NUNTIQ_DATABASE_URL?",
                "NUNTIQ_XYZZY_PLUGH is no setting.",
                "\"prot\" in ./data/nuntiq.json is no setting; did you mean port?",
            ])
    }

    @Test(arguments: [#"{"port": [1]}"#, "[]", "{", ""])
    func `a file that is no settings file stops the start`(file: String) throws {
        let error = try #require(throws: SettingsError.self) { try settings(file: file) }
        #expect(error.message.contains("./data/nuntiq.json"))
    }

    @Test func `a file that was named must be there, that of the data folder need not`() throws {
        let sources = SettingsSources(environment: ["NUNTIQ_DATA": "/d"], configFile: "/etc/nuntiq.json")
        let error = try #require(throws: SettingsError.self) { try Settings(sources) }
        #expect(error.message.contains("/etc/nuntiq.json"))
        #expect(try settings().warnings.isEmpty)
    }

    @Test(.proves("operations/production-refuses"))
    func `production refuses a clock offset and demo data`() throws {
        #expect(throws: SettingsError.self) { try settings(["NUNTIQ_CLOCK_OFFSET": "1d"]) }
        #expect(try settings(["NUNTIQ_CLOCK_OFFSET": "0"]).clockOffset == .zero)
        #expect(throws: SettingsError.self) { try settings().allowDemo() }
        try settings(["NUNTIQ_ENV": "development"]).allowDemo()
    }

    @Test(arguments: [
        ("62d", 62 * 86_400), ("1d12h", 129_600), ("90s", 90), ("5m", 300), ("-3h", -10_800), ("0", 0),
    ])
    func `an offset has units`(text: String, seconds: Int) throws {
        let settings = try settings(["NUNTIQ_ENV": "development", "NUNTIQ_CLOCK_OFFSET": text])
        #expect(settings.clockOffset == .seconds(seconds))
    }

    @Test(
        .proves("operations/config-command"),
        arguments: [
            ("postgres://u:p@h:5/d", "postgres://u:***@h:5/d"), ("postgres://u@h/d", "postgres://u@h/d"),
            ("postgres://u:p:q@r@h/d", "postgres://u:***@h/d"),
            ("postgres://h/d?user=u&password=p&x=1", "postgres://h/d?user=u&password=***&x=1"),
            ("postgres://h:5432/d", "postgres://h:5432/d"),
        ])
    func `a password inside a URL is not shown`(url: String, shown: String) throws {
        let settings = try settings(["NUNTIQ_DATABASE_URL": url, "NUNTIQ_METRICS_TOKEN": "0123456789abcdef"])
        #expect(settings.effective.first { $0.name == .databaseURL }?.shownValue == shown)
        #expect(settings.effective.first { $0.name == .metricsToken }?.shownValue == "***")
    }

    @Test(arguments: [
        ("READ_DOC", "READ_DOCS"), ("INTEGRATE", nil), ("POST_USERS", "POST_USER"), ("xyz", nil),
    ])
    func `the nearest name is near`(name: String, expected: String?) {
        #expect(nearest(to: name, among: ["READ_DOCS", "POST_USER", "INTEGRATE_INVOICES"]) == expected)
    }
}
