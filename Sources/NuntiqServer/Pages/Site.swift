import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The files that pages need, each under a name that changes with its content, so that browsers keep them for ever.
///
/// The style sheet is one file: tokens and components.
struct Site: Sendable {
    /// A file as it is served.
    struct File: Sendable {
        /// `/assets/<name>.<hash>.<ending>`.
        let path: String
        let contentType: String
        let bytes: [UInt8]
        /// The same compressed.
        let gzip: [UInt8]?
    }

    static let root = "/assets"
    private static let embedded = Site(texts: SiteFiles.all)
    /// The parts of the style sheet that stand in front; the others follow by name.
    private static let firstStyles = ["house.css"]

    /// By name: `site.css`, `site.js`, `icons.svg`.
    private let files: [String: File]

    /// The files in the program; with a folder those in it instead, as they are now.
    static func current(folder: String?) -> Site {
        folder.flatMap(read) ?? embedded
    }

    private init(texts: [String: String], tokens: String = Tokens.css) {
        let styles = texts.keys.filter { $0.hasSuffix(".css") }.sorted()
        let ordered = Self.firstStyles + styles.filter { !Self.firstStyles.contains($0) }
        var all = texts.filter { !$0.key.hasSuffix(".css") }
        all["site.css"] = tokens + ordered.compactMap { texts[$0] }.joined()
        files = Dictionary(uniqueKeysWithValues: all.map { name, text in (name, File(name, Array(text.utf8))) })
    }

    /// The path of a file of that name; a name without a file is a defect.
    func path(_ name: String) -> String {
        guard let file = files[name] else { preconditionFailure("there is no file \(name)") }
        return file.path
    }

    /// The paths of the scripts, by name without ending.
    var scripts: [String: String] {
        Dictionary(
            uniqueKeysWithValues: files.filter { $0.key.hasSuffix(".js") }
                .map { (String($0.key.dropLast(3)), $0.value.path) })
    }

    /// The file that a path asks for, and whether it is the very content that the path stands for.
    ///
    /// While nodes of two versions answer, a page of one may ask the other: it gets what that has.
    func find(_ fileName: String) -> (file: File, isExact: Bool)? {
        let parts = fileName.split(separator: ".")
        guard parts.count == 3, let file = files["\(parts[0]).\(parts[2])"] else { return nil }
        return (file, file.path == "\(Self.root)/\(fileName)")
    }

    private static func read(_ folder: String) -> Site? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/site")) ?? []
        let texts = names.compactMap { name in
            (try? String(contentsOfFile: "\(folder)/site/\(name)", encoding: .utf8)).map { (name, $0) }
        }
        let tokens = try? String(contentsOfFile: "\(folder)/tokens.css", encoding: .utf8)
        return texts.isEmpty ? nil : Site(texts: Dictionary(uniqueKeysWithValues: texts), tokens: tokens ?? Tokens.css)
    }
}

extension Site.File {
    fileprivate init(_ name: String, _ bytes: [UInt8]) {
        let parts = name.split(separator: ".")
        let hash = EntityTags.tag(of: bytes).filter(\.isHexDigit).prefix(10)
        path = "\(Site.root)/\(parts[0]).\(hash).\(parts[1])"
        contentType =
            switch parts[1] {
            case "css": "text/css; charset=utf-8"
            case "js": "text/javascript; charset=utf-8"
            default: "image/svg+xml"
            }
        self.bytes = bytes
        gzip = Gzip.compress(bytes)
    }
}

/// - `GET /assets/{file}`: style sheet, scripts and icons of the pages
struct SiteRoutes: Sendable {
    let folder: String?

    var routes: [Route] {
        [.open(.get, "\(Site.root)/{file}", summary: "What pages look like and how they work.", use: file)]
    }

    func file(_ request: Request, _ context: CallContext) throws -> Response {
        guard let (file, isExact) = Site.current(folder: folder).find(context.parameters["file"]) else {
            throw RequestError.routeUnknown(path: request.uri.path)
        }
        let isLasting = isExact && folder == nil
        let gzip = request.takesGzip ? file.gzip : nil
        var headers: HTTPFields = [
            .contentType: file.contentType, .vary: "Accept-Encoding",
            .cacheControl: isLasting ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if gzip != nil { headers[.contentEncoding] = "gzip" }
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: gzip ?? file.bytes)))
    }
}
