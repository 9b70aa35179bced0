extension HouseRule {
    /// Calls that have one place, or none.
    static let bannedCalls: [HouseRule] = [
        HouseRule(
            name: "clock, UUID or chance outside the environment",
            remedy: "Take a RuntimeEnvironment and ask it; tests turn its clock."
        ) { file in
            guard file.lies(under: "Sources"), file.path != liveEnvironment else { return [] }
            return file.code(matching: /\b(?:Date\(\)|Date\.now\b|UUID\(\)|\w*Clock(?:\(\))?\.now\b)/)
                + file.code(matching: /\bSystemRandomNumberGenerator\b/) + file.code(matching: unseeded)
        },
        HouseRule(
            name: "test that draws without a seed or asks a clock",
            remedy: "Draw from a seeded generator (`using:`) and print the seed; turn a TestClock."
        ) { file in
            guard file.lies(under: "Tests") else { return [] }
            return file.code(matching: /\bDate\(\)/) + file.code(matching: unseeded)
        },
        HouseRule(
            name: "crash on outside data",
            remedy: "Throw an error with code and hint; a broken invariant is a precondition."
        ) { file in
            file.code(matching: /\btry!|\bfatalError\(|\bas!/)
        },
        HouseRule(name: "Foundation's JSON", remedy: "Use JSONValue and JSONCoder: they keep decimals exact.") { file in
            file.lies(under: "Sources") ? file.code(matching: /\bJSON(?:Encoder|Decoder|Serialization)\b/) : []
        },
        HouseRule(
            name: "binary floating point where money is",
            remedy: "Use Amount; Double is for confidence and places on a page."
        ) { file in
            guard file.lies(under: "Sources/NuntiqModel", "Sources/NuntiqCore", "Sources/NuntiqPipeline"),
                !file.lies(under: "Sources/NuntiqModel/JSON")
            else { return [] }
            return file.code(
                matching: /^(?!.*(?:[cC]onfidence|\b(?:left|top|width|height|edges|measure)\b)).*\b(?:Double|Float)\b/)
        },
        HouseRule(name: "print outside the command line", remedy: "Log, or return a value to print.") { file in
            file.lies(under: "Sources") && !file.lies(under: "Sources/nuntiq")
                ? file.code(matching: /(?:^|[^.\w])print\(/) : []
        },
        HouseRule(name: "bare Task", remedy: "Use a task group or a Service that somebody owns and stops.") { file in
            file.lies(under: "Sources")
                ? file.code(matching: /\bTask(?:\.detached)?(?:<[^>]*>)?\s*(?:\([^)]*\)\s*)?\{/) : []
        },
        HouseRule(name: "sleep in a test", remedy: "Wait for a signal, or turn the clock.") { file in
            file.lies(under: "Tests") ? file.code(matching: /\b(?:u|nano)?sleep\(/) : []
        },
    ]

    /// A draw that no generator is given to, but for the draw of seeds.
    private static var unseeded: Regex<Substring> {
        /^(?!.*\bseeds?\b).*(?:\.random(?:Element)?\((?:in:(?!.*using:)|\))|\.shuffled\(\))/
    }

    /// The one file that may ask the world for time and chance.
    static let liveEnvironment = "Sources/NuntiqStore/Clock/LiveEnvironment.swift"
}
