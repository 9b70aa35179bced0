// swift-format-ignore-file
extension SwiftConnectorFiles {
    /// Made from samples/swift/Sources/ERP.swift by Scripts/embed-assets; change that file, not this one.
    static let ERPSwift = #"""
        import Foundation
        import NuntiqConnector
        import NuntiqModel

        #if canImport(FoundationNetworking)
            import FoundationNetworking
        #endif

        /// The ERP's interface: replace it by yours.
        struct ERP: Sendable {
            /// An answer that says nothing about the posting.
            struct Failed: Error {
                let status: Int
            }

            private let postings: URL

            init(_ context: JobContext) throws {
                let url = context.config("erp_url")?.string ?? "http://localhost:8090"
                guard let base = URL(string: url) else {
                    throw ArgumentError.unusable(name: "erp_url", reason: "is no address")
                }
                postings = base.appending(path: "postings")
            }

            /// What was posted under a reference; `nil` only when the ERP says that there is nothing.
            func posting(under reference: String) async throws -> Posting? {
                let place = postings.appending(queryItems: [URLQueryItem(name: "reference", value: reference)])
                let (status, answer) = try await call(URLRequest(url: place), within: .seconds(30))
                switch status {
                case 200: return answer["id"]?.string.map { Posting(id: $0) }
                case 404: return nil
                default: throw Failed(status: status)
                }
            }

            /// Posts within the time that is left.
            func post(_ content: JSONValue, _ push: Push) async throws -> Posting {
                var request = URLRequest(url: postings)
                request.httpMethod = "POST"
                request.setValue("application/json", forHTTPHeaderField: "Content-Type")
                let body: JSONValue = ["reference": .string(push.reference), "payload": content]
                request.httpBody = Data(body.serializedBytes())
                try push.checkTime()
                let (status, answer) = try await call(request, within: push.timeLeft)
                let posting = Posting(id: answer["id"]?.string ?? "")
                switch status {
                case 201: return posting
                case 409: throw AlreadyPosted(posting)
                case 422:
                    throw PostingRefused(code: answer["code"]?.string ?? "REFUSED", message: answer["message"]?.string ?? "")
                default: throw Failed(status: status)
                }
            }

            private func call(_ request: URLRequest, within time: Duration) async throws -> (status: Int, answer: JSONValue) {
                var request = request
                request.timeoutInterval = max(0.1, time / .seconds(1))
                do {
                    let (content, response) = try await URLSession.shared.data(for: request)
                    let answer = content.isEmpty ? .null : try JSONValue.parse(content)
                    return ((response as? HTTPURLResponse)?.statusCode ?? 0, answer)
                } catch let error as URLError where [.cannotConnectToHost, .cannotFindHost].contains(error.code) {
                    throw NothingSent("no connection to the ERP: \(error.localizedDescription)")
                }
            }
        }

        """#
}
