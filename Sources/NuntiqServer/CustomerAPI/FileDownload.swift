import HTTPTypes
import Hummingbird
import NuntiqCore

/// How a file goes out: its headers, and which part of it is wanted.
struct FileDownload {
    let file: AttachmentRecord
    let wish: Wish

    /// What the caller asks for in its headers and its query.
    struct Wish {
        let isInline: Bool
        let knownTags: String?
        let range: String?
        let rangeCondition: String?

        init(_ request: Request, isInline: Bool) {
            self.isInline = isInline
            knownTags = request.header(.ifNoneMatch)
            range = request.header(.range)
            rangeCondition = request.header(.ifRange)
        }
    }

    /// Which part of the file is wanted.
    enum Part: Equatable {
        case unchanged
        case unsatisfiable
        case whole
        case range(Range<Int64>)
    }

    /// Types that a browser shows without running anything of theirs.
    private static let shown: Set<String> = [
        "application/pdf", "image/png", "image/jpeg", "text/plain",
    ]

    private var entityTag: String { "\"\(file.blob)\"" }

    private var isInline: Bool { wish.isInline && Self.shown.contains(file.contentType) }

    /// Headers of every answer about this file.
    var headers: HTTPFields {
        var headers: HTTPFields = [:]
        headers[.contentType] = file.contentType
        headers[.contentDisposition] = ContentDisposition.text(file.fileName, isInline: isInline)
        headers[.eTag] = entityTag
        headers[.acceptRanges] = "bytes"
        headers[.cacheControl] = "private, no-cache"
        headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        headers[.crossOriginResourcePolicy] = "same-origin"
        return headers
    }

    /// The same with the place of a part.
    func headers(contentRange: String) -> HTTPFields {
        var headers = headers
        headers[.contentRange] = contentRange
        return headers
    }

    /// - Source: RFC 9110, sections 13 and 14; a list of several ranges is answered with the whole.
    var part: Part {
        if let known = wish.knownTags, EntityTags.match(known, entityTag) { return .unchanged }
        guard let wanted = wish.range, wanted.hasPrefix("bytes=") else { return .whole }
        if let condition = wish.rangeCondition, condition != entityTag { return .whole }
        return range(wanted.dropFirst("bytes=".count))
    }

    private func range(_ words: Substring) -> Part {
        let ends = words.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2, !words.contains(",") else { return .whole }
        switch (Int64(ends[0]), Int64(ends[1])) {
        case (let first?, let last?) where first <= last: return cut(first, min(last, file.size) + 1)
        case (let first?, nil) where ends[1].isEmpty: return cut(first, file.size)
        case (nil, let length?) where ends[0].isEmpty && length > 0: return cut(max(0, file.size - length), file.size)
        case (nil, 0?) where ends[0].isEmpty: return .unsatisfiable
        default: return .whole
        }
    }

    private func cut(_ first: Int64, _ end: Int64) -> Part {
        first < file.size ? .range(first..<min(end, file.size)) : .unsatisfiable
    }
}
