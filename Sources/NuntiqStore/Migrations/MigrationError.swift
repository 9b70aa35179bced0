/// Why the schema cannot be brought up to date.
public enum MigrationError: Error, Sendable, Hashable {
    /// A migration that was applied has another text now.
    case changed(number: Int, name: String)
    /// The database is from a newer program than this one.
    case newer(number: Int)
}

extension MigrationError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .changed(let number, let name):
            "Migration \(number) (\(name)) is not the one this database was made with. Install the program of then."
        case .newer(let number):
            "The database has migration \(number), which this program does not know. Install the newer program."
        }
    }
}
