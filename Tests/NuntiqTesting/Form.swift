/// A part of a form, as a browser or curl sends it.
public struct FormPart: Sendable {
    let head: String
    let bytes: [UInt8]

    /// A part with a file; the name is written as it is.
    public init(file bytes: [UInt8], named name: String, as field: String = "file", type: String? = nil) {
        let line = "Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\""
        self.init(head: line + (type.map { "\r\nContent-Type: \($0)" } ?? ""), bytes)
    }

    /// A part with a head of one's own.
    public init(head: String, _ bytes: [UInt8]) {
        (self.head, self.bytes) = (head, bytes)
    }
}

extension Body {
    /// The boundary of ``form(_:)``.
    public static let boundary = "----a-boundary-7c1e"

    /// A `multipart/form-data` body.
    public static func form(_ parts: FormPart...) -> Body { form(parts) }

    /// The same of any number of parts.
    public static func form(_ parts: [FormPart]) -> Body {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += Array("--\(boundary)\r\n\(part.head)\r\n\r\n".utf8) + part.bytes + [13, 10]
        }
        return Body(bytes + Array("--\(boundary)--\r\n".utf8), contentType: "multipart/form-data; boundary=\(boundary)")
    }
}
