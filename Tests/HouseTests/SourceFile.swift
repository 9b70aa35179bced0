/// A Swift file and its path from the package's folder.
struct SourceFile: Sendable {
    var path: String
    var text: String
}
