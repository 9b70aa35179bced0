// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func product(_ name: String, _ package: String) -> Target.Dependency {
    .product(name: name, package: package)
}

func tests(_ name: String, also: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name,
        dependencies: [
            "NuntiqModel", "NuntiqStore", "NuntiqMail", "NuntiqCore", "NuntiqPipeline", "NuntiqServer", "NuntiqTesting",
            product("AsyncHTTPClient", "async-http-client"),
            product("Hummingbird", "hummingbird"),
            product("HummingbirdTesting", "hummingbird"),
            product("CoreMetrics", "swift-metrics"),
            product("HTTPTypes", "swift-http-types"),
            product("Logging", "swift-log"),
            product("NIOCore", "swift-nio"),
        ] + also,
        swiftSettings: strict
    )
}

let package = Package(
    name: "nuntiq",
    products: [
        .executable(name: "nuntiq", targets: ["nuntiq"]),
        .library(name: "NuntiqConnector", targets: ["NuntiqConnector", "NuntiqModel"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CConfine"),
        .target(name: "NuntiqModel", swiftSettings: strict),
        .target(name: "NuntiqMail", dependencies: ["NuntiqModel", "CCurl"], swiftSettings: strict),
        .target(
            name: "NuntiqConnector",
            dependencies: [
                "NuntiqModel",
                product("AsyncHTTPClient", "async-http-client"),
                product("NIOCore", "swift-nio"),
                product("NIOHTTP1", "swift-nio"),
                product("NIOPosix", "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "NuntiqStore",
            dependencies: [
                "NuntiqModel", "CPQ", "CZlib",
                product("GRDB", "GRDB.swift"),
                product("GRDBSQLite", "GRDB.swift"),
                product("AsyncHTTPClient", "async-http-client"),
                product("Crypto", "swift-crypto"),
                product("Logging", "swift-log"),
                product("Metrics", "swift-metrics"),
                product("NIOCore", "swift-nio"),
                product("NIOHTTP1", "swift-nio"),
                product("NIOPosix", "swift-nio"),
                product("ServiceLifecycle", "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "NuntiqCore",
            dependencies: [
                "NuntiqModel", "NuntiqStore", "NuntiqMail",
                product("Crypto", "swift-crypto"),
                product("CryptoExtras", "swift-crypto"),
                product("Mustache", "swift-mustache"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "NuntiqPipeline",
            dependencies: ["NuntiqModel", "NuntiqStore", "NuntiqCore"],
            swiftSettings: strict
        ),
        .target(
            name: "NuntiqServer",
            dependencies: [
                "NuntiqModel", "NuntiqStore", "NuntiqMail", "NuntiqCore", "NuntiqPipeline", "CZlib",
                product("Hummingbird", "hummingbird"),
                product("HTTPTypes", "swift-http-types"),
                product("Logging", "swift-log"),
                product("Mustache", "swift-mustache"),
                product("Metrics", "swift-metrics"),
                product("CoreMetrics", "swift-metrics"),
                product("NIOCore", "swift-nio"),
                product("NIOHTTP1", "swift-nio"),
                product("NIOHTTPTypes", "swift-nio-extras"),
                product("NIOHTTPTypesHTTP1", "swift-nio-extras"),
                product("NIOPosix", "swift-nio"),
                product("ServiceLifecycle", "swift-service-lifecycle"),
                product("UnixSignals", "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "nuntiq",
            dependencies: [
                "NuntiqModel", "NuntiqConnector", "NuntiqStore", "NuntiqCore", "NuntiqPipeline", "NuntiqServer",
                "CConfine",
                product("ArgumentParser", "swift-argument-parser"),
                product("NIOCore", "swift-nio"),
                product("NIOPosix", "swift-nio"),
                product("Logging", "swift-log"),
                product("Metrics", "swift-metrics"),
                product("ServiceLifecycle", "swift-service-lifecycle"),
                product("UnixSignals", "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "NuntiqTesting",
            dependencies: [
                "CPQ", "NuntiqModel", "NuntiqStore", "NuntiqCore", "NuntiqPipeline", "NuntiqServer",
                product("AsyncHTTPClient", "async-http-client"),
                product("Hummingbird", "hummingbird"),
                product("HummingbirdTesting", "hummingbird"),
                product("HTTPTypes", "swift-http-types"),
                product("Logging", "swift-log"),
                product("NIOCore", "swift-nio"),
                product("NIOPosix", "swift-nio"),
            ],
            path: "Tests/NuntiqTesting",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "sample-connectors", dependencies: ["NuntiqConnector", "NuntiqModel"], path: "samples/swift/Sources",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "killer-worker", dependencies: ["NuntiqConnector", "NuntiqModel"], path: "Tests/KillerWorker",
            swiftSettings: strict
        ),
        tests("NuntiqModelTests"),
        tests("NuntiqConnectorTests", also: ["NuntiqConnector"]),
        tests("NuntiqStoreTests"),
        tests("NuntiqMailTests"),
        tests("NuntiqCoreTests"),
        tests("NuntiqPipelineTests"),
        tests("NuntiqServerTests"),
        tests("NuntiqCommandTests", also: ["nuntiq"]),
        // The largest: by its name the first that is compiled, so that nothing waits for it at the end.
        tests("UseCaseTests"),
        tests("JourneyTests"),
        tests("ChaosTests"),
        tests("HouseTests"),
    ]
)
