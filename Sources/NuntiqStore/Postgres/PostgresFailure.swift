import CPQ

/// Why a statement or a whole transaction failed, sorted by what must follow.
enum PostgresFailure: Error {
    /// The connection is gone; what was not committed does not exist.
    case lost(reason: String)
    /// The connection went while COMMIT was under way: nobody knows whether it took place.
    case lostInCommit(reason: String)
    /// A deadlock or a serialization failure: the same may succeed when run again.
    case conflict(reason: String)
    /// The server refused the statement.
    case refused(StoreError)

    /// What a caller hears when nothing else can be tried.
    var storeError: StoreError {
        switch self {
        case .lost(let reason), .lostInCommit(let reason), .conflict(let reason): .unavailable(reason: reason)
        case .refused(let error): error
        }
    }

    /// Reads the failure out of a result.
    init(_ result: OpaquePointer?, on connection: OpaquePointer?, sql: String) {
        let state = Self.field(result, CChar(UInt8(ascii: "C")))
        let message = Self.field(result, CChar(UInt8(ascii: "M"))) ?? Self.message(of: connection)
        let constraint = Self.field(result, CChar(UInt8(ascii: "n"))) ?? ""
        let isGone = PQstatus(connection) == CONNECTION_BAD
        self = Self.sort(state: isGone ? "" : state ?? "", message: message, constraint: constraint, sql: sql)
    }

    /// The connection's last complaint.
    static func message(of connection: OpaquePointer?) -> String {
        let text = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
        return text.split(separator: "\n").joined(separator: " ")
    }

    private static func sort(state: String, message: String, constraint: String, sql: String) -> PostgresFailure {
        if state.isEmpty || ["08", "57P"].contains(where: state.hasPrefix) || state == "25P03" {
            return .lost(reason: message)
        }
        if state == "0A000", message.contains("cached plan") { return .lost(reason: message) }
        return switch state {
        case "40001", "40P01": .conflict(reason: message)
        case "23505": .refused(.uniqueViolation(constraint: constraint))
        case "55P03": .refused(.lockTimeout)
        case "25006", "58030": .refused(.unavailable(reason: message))
        case _ where state.hasPrefix("53"): .refused(.unavailable(reason: message))
        default: .refused(.statement(message: "\(state) \(message)", sql: sql))
        }
    }

    private static func field(_ result: OpaquePointer?, _ code: CChar) -> String? {
        PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
    }
}
