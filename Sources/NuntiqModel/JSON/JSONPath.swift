/// Where a value stands in a document, as people write it: `invoice.lines[2].quantity`.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible {
    /// One step down.
    public enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    /// The steps from the root.
    public var steps: [Step]

    /// Makes a path from its steps; none is the root.
    public init(_ steps: [Step] = []) {
        self.steps = steps
    }

    /// The path of a member of this one.
    public func appending(_ key: String) -> JSONPath {
        JSONPath(steps + [.key(key)])
    }

    /// The path of an element of this one.
    public func appending(_ index: Int) -> JSONPath {
        JSONPath(steps + [.index(index)])
    }

    /// Keys joined by dots, indices in brackets; the root is empty.
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }
}

/// Which paths are meant: `attachments[].content` is the `content` of every attachment.
public struct JSONPathPattern: Sendable, Hashable {
    /// One step: a key, or `nil` for any index.
    let steps: [String?]

    /// Parses keys joined by dots, each with `[]` for any index of an array.
    public init(_ text: String) {
        var steps: [String?] = []
        for part in text.split(separator: ".") {
            let isArray = part.hasSuffix("[]")
            steps.append(String(isArray ? part.dropLast(2) : part))
            if isArray { steps.append(nil) }
        }
        self.steps = steps
    }
}
