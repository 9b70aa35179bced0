import Foundation
import Mustache

/// Every template of the pages, parsed once when the first page is asked for.
///
/// It knows the way from a page's values to its bytes.
struct PageLibrary: Sendable {
    /// A folder whose templates are read at every page, for whoever works on them.
    private let folder: String?

    /// The templates in the program; with a folder those in it instead, read again for every page.
    init(folder: String? = nil) {
        self.folder = folder.map { "\($0)/pages" }
    }

    /// The page in UTF-8.
    func html(_ page: some Page) -> [UInt8] {
        let library = folder.flatMap(Self.read) ?? Self.embedded
        guard let text = library.render(PageValues.of(page), withTemplate: type(of: page).template) else {
            preconditionFailure("there is no template \(type(of: page).template)")
        }
        return Array(text.utf8)
    }

    /// Takes some 60 ms, which a start has no use for.
    private static let embedded: MustacheLibrary = {
        do {
            return try MustacheLibrary(templates: PageTemplates.all.mapValues { try MustacheTemplate(string: $0) })
        } catch {
            preconditionFailure("a template does not parse: \(error)")
        }
    }()

    /// `nil` while a template there does not parse.
    private static func read(_ folder: String) -> MustacheLibrary? {
        let ending = ".mustache"
        let paths = (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(ending) }
        let templates = try? Dictionary(
            uniqueKeysWithValues: paths.map { path in
                let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
                return (String(path.dropLast(ending.count)), try MustacheTemplate(string: text))
            })
        return templates.map(MustacheLibrary.init(templates:))
    }
}

/// The values of one page: finished texts, and the names of what is shown or left out.
///
/// What is `nil` or `false` is left out of a section; an empty text is not.
protocol Page: Sendable {
    /// The path of its template below `Assets/pages`, without ending.
    static var template: String { get }
    /// What every page needs.
    var frame: PageFrame { get }
    /// Whether credentials stand on it, so that it is not compressed.
    static var holdsCredentials: Bool { get }
}

extension Page {
    /// Hardly any page shows credentials.
    static var holdsCredentials: Bool { false }
}

/// What every page needs beside its own values.
struct PageFrame: Sendable {
    /// `light` or `dark` where the person chose; `nil` follows the system.
    let theme: String?
    /// What forms send back as `csrf`.
    let csrf: String
    /// The path of the style sheet.
    let style: String
    /// The paths of the scripts, by name without ending.
    let script: [String: String]
    /// The path of the icons; `#name` follows.
    let icons: String
    /// The path of the icon of the browser's tab.
    let icon: String
}
