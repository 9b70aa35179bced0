import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// A page that is the same for everyone: made when it is first asked for, then kept with its entity tag.
final class ServedPage: Sendable {
    private struct Made: Sendable {
        let body: ByteBuffer
        let entityTag: String
    }

    private let contentType: String
    private let policy: String?
    private let make: @Sendable () -> [UInt8]
    private let made = Mutex<Made?>(nil)

    /// `policy` is the page's Content-Security-Policy; `nil` for the one of every answer.
    init(contentType: String, policy: String? = nil, make: @escaping @Sendable () -> [UInt8]) {
        self.contentType = contentType
        self.policy = policy
        self.make = make
    }

    /// The page, or 304 for who has it already.
    func response(to request: Request) -> Response {
        let page = page()
        var headers: HTTPFields = [
            .eTag: page.entityTag, .cacheControl: "public, max-age=60", .contentType: contentType,
        ]
        if let policy { headers[.contentSecurityPolicy] = policy }
        if let known = request.header(.ifNoneMatch), EntityTags.match(known, page.entityTag) {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: page.body))
    }

    private func page() -> Made {
        made.withLock { made in
            if let made { return made }
            let bytes = make()
            let page = Made(body: ByteBuffer(bytes: bytes), entityTag: EntityTags.tag(of: bytes))
            made = page
            return page
        }
    }
}

/// Entity tags, and the list of those that a caller knows.
enum EntityTags {
    /// A tag that changes with the bytes (64 bits of FNV-1a: nobody gains by a collision).
    static func tag(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "\"\(String(hash, radix: 16))\""
    }

    /// Whether `If-None-Match` names the tag, strong or weak.
    static func match(_ list: String, _ tag: String) -> Bool {
        list.split(separator: ",").contains { known in
            let known = known.filter { $0 != " " }
            return known == "*" || known == tag || known == "W/\(tag)"
        }
    }
}
