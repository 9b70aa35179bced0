import NuntiqModel

/// What the head of a part says.
struct MultipartPart: Sendable, Hashable {
    /// The name of its field.
    let name: String
    /// The name of its file; `nil` when it is none.
    let fileName: String?
    /// What it is said to be.
    let contentType: String?
}

extension MultipartPart {
    private static let fieldsMax = 16

    /// Reads the lines of a head, without the empty one at its end.
    init(head: some Collection<UInt8>) throws(MultipartError) {
        guard let text = String(validating: head, as: UTF8.self) else {
            throw .malformed("the head of a part is no UTF-8")
        }
        var (disposition, contentType): (String?, String?)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
        guard lines.count <= Self.fieldsMax else { throw .tooMuch("header fields in a part") }
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else {
                throw .malformed("a header field of a part has no colon")
            }
            let value = trimmed(String(line[line.index(after: colon)...]))
            switch trimmed(String(line[..<colon])).lowercased() {
            case "content-disposition": disposition = value
            case "content-type": contentType = value
            case "content-transfer-encoding" where !["binary", "8bit", "7bit"].contains(value.lowercased()):
                throw .malformed("a part is encoded as \(value)")
            default: break
            }
        }
        guard let parameters = disposition.map(DispositionParameters.init), parameters.kind == "form-data" else {
            throw .malformed("a part has no Content-Disposition: form-data")
        }
        self.init(
            name: parameters["name"] ?? "", fileName: parameters.extended("filename") ?? parameters["filename"],
            contentType: contentType)
    }
}

/// The parameters of a `Content-Disposition`, or of a `Content-Type`.
struct DispositionParameters {
    /// What stands before them, in lower case.
    let kind: String
    private var values: [String: String] = [:]

    init(_ text: String) {
        var rest = text[...]
        kind = trimmed(String(Self.take(&rest, until: ";"))).lowercased()
        while !rest.isEmpty {
            let name = trimmed(String(Self.take(&rest, until: "="))).lowercased()
            rest = rest.drop { $0 == " " || $0 == "\t" }
            let value = rest.first == "\"" ? Self.takeQuoted(&rest) : trimmed(String(Self.take(&rest, until: ";")))
            if !name.isEmpty, values[name] == nil { values[name] = value }
        }
    }

    subscript(name: String) -> String? { values[name] }

    /// The value of `name*`, in UTF-8 with escapes of percent (RFC 8187).
    func extended(_ name: String) -> String? {
        guard let value = values["\(name)*"], value.lowercased().hasPrefix("utf-8'") else { return nil }
        let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? PercentEncoding.decode(parts[2], plusIsSpace: false) : nil
    }

    /// The text before `end`, which is dropped too.
    private static func take(_ rest: inout Substring, until end: Character) -> Substring {
        let text = rest.prefix { $0 != end }
        rest = rest[text.endIndex...].dropFirst()
        return text
    }

    /// A quoted text; a backslash escapes only a quote or itself, since paths of Windows come unescaped.
    private static func takeQuoted(_ rest: inout Substring) -> String {
        var text = ""
        rest = rest.dropFirst()
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                text.append(next)
                rest = rest.dropFirst()
            } else {
                text.append(character)
            }
        }
        _ = take(&rest, until: ";")
        return text
    }
}
