extension HouseRule {
    /// Calls that have one place, or none.
    static let bannedCalls: [HouseRule] = [
        HouseRule(
            name: "clock, UUID or chance outside the environment",
            remedy: "Take a RuntimeEnvironment and ask it; tests turn its clock."
        ) { file in
            guard file.lies(under: "Sources"), !liveEnvironments.contains(file.path) else { return [] }
            return file.code(
                holding: "Date()", "Date.now", "UUID()", "Clock",
                matching: /\b(?:Date\(\)|Date\.now\b|UUID\(\)|\w*Clock(?:\(\))?\.now\b)/)
                + file.code(holding: "SystemRandom", matching: /\bSystemRandomNumberGenerator\b/)
                + file.code(holding: ".random", ".shuffled", matching: unseeded)
        },
        HouseRule(
            name: "test that draws without a seed or asks a clock",
            remedy: "Draw from a seeded generator (`using:`) and print the seed; turn a TestClock."
        ) { file in
            guard file.lies(under: "Tests") else { return [] }
            return file.code(holding: "Date()", matching: /\bDate\(\)/)
                + file.code(holding: ".random", ".shuffled", matching: unseeded)
        },
        HouseRule(
            name: "crash on outside data",
            remedy: "Throw an error with code and hint; a broken invariant is a precondition."
        ) { file in
            file.code(holding: "try!", "fatalError", "as!", matching: /\btry!|\bfatalError\(|\bas!/)
        },
        HouseRule(name: "Foundation's JSON", remedy: "Use JSONValue and JSONCoder: they keep decimals exact.") { file in
            file.lies(under: "Sources")
                ? file.code(holding: "JSON", matching: /\bJSON(?:Encoder|Decoder|Serialization)\b/) : []
        },
        HouseRule(
            name: "binary floating point where money is",
            remedy: "Use Amount; Double is for confidence and places on a page."
        ) { file in
            guard file.lies(under: "Sources/NuntiqModel", "Sources/NuntiqCore", "Sources/NuntiqPipeline"),
                !file.lies(under: "Sources/NuntiqModel/JSON")
            else { return [] }
            return file.code(
                holding: "Double", "Float",
                matching: /^(?!.*(?:[cC]onfidence|\b(?:left|top|width|height|edges|measure)\b)).*\b(?:Double|Float)\b/)
        },
        HouseRule(
            name: "header read past the description",
            remedy: "Read it by request.header(…), so that the test of descriptions sees it; or by a gate."
        ) { file in
            file.lies(under: "Sources/NuntiqServer/CustomerAPI", "Sources/NuntiqServer/PartnerAPI")
                ? file.code(holding: "request.headers", matching: /\brequest\.headers\[(?!\.apiKey\]|\.contentType\])/)
                : []
        },
        HouseRule(name: "print outside the command line", remedy: "Log, or return a value to print.") { file in
            file.lies(under: "Sources") && !file.lies(under: "Sources/nuntiq")
                ? file.code(holding: "print(", matching: /(?:^|[^.\w])print\(/) : []
        },
        HouseRule(name: "bare Task", remedy: "Use a task group or a Service that somebody owns and stops.") { file in
            file.lies(under: "Sources")
                ? file.code(holding: "Task", matching: /\bTask(?:\.detached)?(?:<[^>]*>)?\s*(?:\([^)]*\)\s*)?\{/) : []
        },
        HouseRule(name: "sleep in a test", remedy: "Wait for a signal, or turn the clock.") { file in
            file.lies(under: "Tests") ? file.code(holding: "sleep(", matching: /\b(?:u|nano)?sleep\(/) : []
        },
    ]

    /// A draw that no generator is given to, but for the draw of seeds.
    private static var unseeded: Regex<Substring> {
        /^(?!.*\bseeds?\b).*(?:\.random(?:Element)?\((?:in:(?!.*using:)|\))|\.shuffled\(\))/
    }

    /// The files that may ask the world for time and chance: the server's, and that of programs beside it.
    static let liveEnvironments = [
        "Sources/NuntiqStore/Clock/LiveEnvironment.swift", "Sources/NuntiqConnector/ConnectorEnvironment.swift",
    ]
}
