import NuntiqModel
import NuntiqStore

/// What a browser or a link shows: 32 unpredictable bytes in hexadecimal digits; only its hash is stored.
enum PortalToken {
    static func make(_ environment: RuntimeEnvironment) -> String {
        Hexadecimal.encode(environment.random(32))
    }

    /// Whether a text could be one; anything else is not looked up.
    static func isOne(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
}
