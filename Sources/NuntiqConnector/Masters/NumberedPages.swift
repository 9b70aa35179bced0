public import NuntiqModel

/// The rows of a list that is paged by number, fetched as they are asked for.
public struct NumberedPages: AsyncSequence, Sendable {
    /// One row.
    public typealias Element = JSONObject

    let api: APIClient
    let path: String
    let query: [(name: String, value: String)]

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: self)
    }

    /// Walks the rows.
    public struct Iterator: AsyncIteratorProtocol {
        private static let limit = 500

        let pages: NumberedPages
        private var waiting: ArraySlice<JSONObject> = []
        private var page = 1
        private var isLast = false

        init(pages: NumberedPages) {
            self.pages = pages
        }

        /// The next row; `nil` after the last.
        public mutating func next() async throws -> JSONObject? {
            while waiting.isEmpty {
                guard !isLast else { return nil }
                let answer = try await pages.api.get(
                    pages.path, query: pages.query + [("page", String(page)), ("limit", String(Self.limit))])
                waiting = (answer["items"]?.array ?? []).compactMap(\.object)[...]
                isLast = waiting.count < Self.limit
                page += 1
            }
            return waiting.removeFirst()
        }
    }
}

/// One page of a list.
public struct RowPage: Sendable, Hashable {
    /// How many rows the whole list has.
    public let count: Int64
    /// The rows of this page.
    public let items: [JSONObject]
}
