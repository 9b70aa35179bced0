import Foundation
import NuntiqTesting

extension ChaosFault {
    /// More callers connect to a node than it may have files open, and say nothing.
    ///
    /// Those who are connected already go on, and who comes later has a turn when the silent ones are sent away.
    static let noDescriptors = ChaosFault(
        name: "more connections than descriptors", plan: HousePlan(hasAttachments: true, openFilesMax: 160),
        soonDone: [.sqlite]
    ) { house, _ in
        let crowd = (0..<300).map { _ in Crowd.connect(to: house.nodes[0].port) }
        await house.ledger.answers(more: 40)
        for handle in crowd { close(handle) }
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
