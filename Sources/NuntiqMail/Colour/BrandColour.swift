internal import Foundation

/// A colour that a tenant chose for itself, and what can be read on it.
public struct BrandColour: Sendable, Hashable {
    /// Red, green, blue, each 0…255.
    private let channels: [Int]

    /// Reads `#8f3a1e`; `nil` for anything else.
    public init?(_ text: String) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : ""
        guard digits.utf8.count == 6, let number = Int(digits, radix: 16), digits.first != "-", digits.first != "+"
        else { return nil }
        channels = [number >> 16, number >> 8 & 255, number & 255]
    }

    private init(channels: [Int]) {
        self.channels = channels
    }

    /// Petrol, for tenants that chose none.
    public static let house = BrandColour(channels: [0x0B, 0x60, 0x70])

    /// `#8f3a1e`.
    public var text: String {
        "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// White or near black, whichever is read more easily on it: at least 4.58 : 1.
    public var label: String {
        // Where both are read alike: (1.05 / x)² = x / 0.05 at a luminance of 0.179.
        luminance > 0.179 ? "#000000" : "#ffffff"
    }

    /// The same colour, bright enough for a line on a dark ground.
    public var onDark: String {
        let brightest = channels.max() ?? 0
        guard brightest > 0 else { return "#93a2a1" }
        guard brightest < 185 else { return text }
        return BrandColour(channels: channels.map { $0 * 185 / brightest }).text
    }

    /// - Source: WCAG 2.2, relative luminance.
    private var luminance: Double {
        let linear = channels.map { channel -> Double in
            let part = Double(channel) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
