import NuntiqModel
import Synchronization

/// Bounds what large bodies occupy in memory while they are received, per tenant and on this node.
final class BytesInFlight: Sendable {
    /// What one request holds at most, however large its body is: the rest is on its way to the file store.
    static let perRequestMax = 8 * 1024 * 1024

    private struct Held {
        var node = 0
        var tenants: [TenantID: Int] = [:]
    }

    private let tenantMax: Int
    private let nodeMax: Int
    private let held = Mutex(Held())

    init(tenantMax: Int, nodeMax: Int) {
        self.tenantMax = tenantMax
        self.nodeMax = nodeMax
    }

    /// What one request holds until it gives it back.
    struct Room: Sendable {
        fileprivate let tenant: TenantID
        fileprivate let bytes: Int
    }

    /// Takes room for a request body of `length` bytes (`nil`: not told), or refuses at once.
    func take(_ length: Int?, for tenant: TenantID) throws -> Room {
        let bytes = min(length ?? Self.perRequestMax, Self.perRequestMax)
        try held.withLock { held in
            guard held.node + bytes <= nodeMax else { throw RequestError.overloaded }
            guard held.tenants[tenant, default: 0] + bytes <= tenantMax else {
                throw RequestError.tooManyBytesInFlight
            }
            held.node += bytes
            held.tenants[tenant, default: 0] += bytes
        }
        return Room(tenant: tenant, bytes: bytes)
    }

    /// Gives room back, once.
    func giveBack(_ room: Room) {
        held.withLock { held in
            held.node -= room.bytes
            let left = held.tenants[room.tenant, default: 0] - room.bytes
            held.tenants[room.tenant] = left > 0 ? left : nil
        }
    }
}
