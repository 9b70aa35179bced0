/// The files of Assets/pages, by name; made by Scripts/embed-assets.
enum PageTemplates {
    static let all: [String: String] = [
        "csrf": csrf,
        "error": error,
        "logo": logo,
        "page": page,
        "wordmark": wordmark,
    ]
}
