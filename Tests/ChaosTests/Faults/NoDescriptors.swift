import Foundation
import NuntiqTesting

extension ChaosFault {
    /// A node may open nothing more, while callers connect.
    static let noDescriptors = ChaosFault(
        name: "file descriptors exhausted", plan: HousePlan(hasAttachments: true), soonDone: [.sqlite]
    ) { house, _ in
        let node = house.nodes[0]
        guard let process = await node.processID else { return }
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
        async let told: Void = house.ledger.refusals(more: 10)
        try await limit(process, to: open + 2, in: house)
        let crowd = (0..<64).map { _ in Crowd.connect(to: node.port) }
        await told
        for handle in crowd { close(handle) }
        try await limit(process, to: 1_024, in: house)
    }

    private static func limit(_ process: Int32, to count: Int, in house: ChaosHouse) async throws {
        let folder = house.ground.folder
        let result = try await Shell(workingFolder: URL(filePath: folder), outputFolder: folder)
            .run("prlimit --pid \(process) --nofile=\(count):")
        guard result.status == 0 else { throw ChaosError.systemCall(result.errors) }
    }
}

/// Callers who connect and say nothing.
private enum Crowd {
    /// Begins to connect, and does not wait for it.
    static func connect(to port: Int) -> Int32 {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                _ = Foundation.connect(handle, plain, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return handle
    }
}
