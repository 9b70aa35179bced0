import NuntiqModel
import NuntiqServer
import Testing

/// Holds every answer that any HTTP test gets against the OpenAPI document of this version.
public actor ContractWatch {
    /// The one of the test run.
    public static let shared = ContractWatch()

    private var making: Task<Contract, any Error>?

    /// The document of this version; the first who asks makes it, for all.
    public func contract() async throws -> Contract {
        let task = making ?? Task { Contract(try await OpenAPIDocument.ofThisVersion(at: .local(port: 8080)).json) }
        making = task
        return try await task.value
    }

    /// Records what contradicts the document as an issue of the running test; calls that it does not know pass.
    func check(_ answer: TestAnswer, to method: TestClient.Method, _ path: String) async throws {
        let contract = try await contract()
        guard let operation = contract.operation(method.rawValue.uppercased(), path) else { return }
        guard !["host_unknown", "not_found"].contains(answer.json["error"]) else { return }
        for fault in contract.faults(of: answer, to: operation) {
            Issue.record("\(operation.name) → \(answer.status) contradicts the OpenAPI document: \(fault)")
        }
    }
}
