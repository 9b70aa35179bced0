import Foundation
import HTTPTypes
import Hummingbird

/// The proxies whose word about the caller's address is taken; everyone else's `X-Forwarded-For` means nothing.
public struct TrustedProxies: Sendable, Hashable {
    /// Nobody is trusted.
    public static let none = TrustedProxies(ranges: [])

    private static let rangesMax = 100
    private let ranges: [AddressRange]

    private init(ranges: [AddressRange]) {
        self.ranges = ranges
    }

    /// Reads `10.0.0.5, 192.168.0.0/16, 2001:db8::/32`; `nil` when a part is neither an address nor a range.
    public init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let ranges = parts.compactMap { AddressRange($0.filter { $0 != " " }) }
        guard ranges.count == parts.count, parts.count <= Self.rangesMax else { return nil }
        self.ranges = ranges
    }

    /// The address of who called: that of the connection, or what trusted proxies say of it.
    ///
    /// Each proxy adds at the end of `X-Forwarded-For` whom it was called by. So the last address that is no proxy of
    /// ours is the caller's; whatever stands before it, the caller may have made up.
    func caller(of headers: HTTPFields, from peer: String) -> String {
        guard !ranges.isEmpty, var known = NetworkAddress(peer), trusts(known) else { return peer }
        let named = headers[values: .xForwardedFor].flatMap { $0.split(separator: ",") }
        for text in named.reversed() {
            guard let address = NetworkAddress(forwarded: text) else { break }
            known = address
            if !trusts(address) { break }
        }
        return known.description
    }

    private func trusts(_ address: NetworkAddress) -> Bool {
        ranges.contains { $0.contains(address) }
    }
}

/// A network address: 4 bytes of IPv4, 16 of IPv6; an IPv4 address written as one of IPv6 is the IPv4 address.
struct NetworkAddress: Sendable, Hashable {
    let bytes: [UInt8]

    /// Reads `203.0.113.7` or `2001:db8::7`, and nothing else.
    init?(_ text: some StringProtocol) {
        let text = String(text)
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.bytes = Array(bytes.prefix(4))
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
            self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
        } else {
            return nil
        }
    }

    /// Reads the same as proxies write it, perhaps with a port: `203.0.113.7:4711`, `[2001:db8::7]:4711`.
    init?(forwarded text: Substring) {
        let plain = text.filter { $0 != " " && $0 != "\"" }
        if plain.hasPrefix("[") {
            self.init(plain.dropFirst().prefix { $0 != "]" })
        } else {
            self.init(plain.filter { $0 == ":" }.count == 1 ? String(plain.prefix { $0 != ":" }) : plain)
        }
    }
}

extension NetworkAddress: CustomStringConvertible {
    /// The address as the system writes it.
    var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// Addresses that begin with the same bits.
struct AddressRange: Sendable, Hashable {
    private let first: NetworkAddress
    private let bits: Int

    /// Reads `10.0.0.0/8`, or one address.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ NetworkAddress($0) }), parts.count <= 2 else { return nil }
        let all = address.bytes.count * 8
        guard let bits = parts.count == 1 ? all : number(String(parts[1]), in: 0...all) else { return nil }
        (first, self.bits) = (address, bits)
    }

    func contains(_ address: NetworkAddress) -> Bool {
        guard address.bytes.count == first.bytes.count else { return false }
        return zip(address.bytes, first.bytes).enumerated().allSatisfy { place, pair in
            let counted = min(8, max(0, bits - place * 8))
            return counted == 0 || (pair.0 ^ pair.1) >> (8 - counted) == 0
        }
    }
}
