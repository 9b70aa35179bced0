public import NuntiqModel

/// The items of a list, page by page as they are asked for; changes meanwhile skip nothing.
///
/// ```swift
/// for try await item in load.all(state: "PendingIntegration") { print(item["invoice_token"]) }
/// ```
public struct Pages: AsyncSequence, Sendable {
    /// One row of the list.
    public typealias Element = JSONObject

    let api: APIClient
    let path: String
    let query: [(name: String, value: String)]

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: self)
    }

    /// Walks the items.
    public struct Iterator: AsyncIteratorProtocol {
        let pages: Pages
        private var waiting: ArraySlice<JSONObject> = []
        private var cursor: String? = ""

        init(pages: Pages) {
            self.pages = pages
        }

        /// The next item, fetched when the last page is used up; `nil` after the last.
        public mutating func next() async throws -> JSONObject? {
            while waiting.isEmpty {
                guard let from = cursor else { return nil }
                let answer = try await pages.api.get(pages.path, query: pages.query + [("cursor", from)])
                waiting = (answer["items"]?.array ?? []).compactMap(\.object)[...]
                cursor = answer["next_cursor"]?.string
            }
            return waiting.removeFirst()
        }
    }
}
