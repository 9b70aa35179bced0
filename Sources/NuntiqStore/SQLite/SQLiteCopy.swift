import Foundation
import GRDB

extension SQLiteDatabase {
    /// The name of the database's file in the data folder.
    public static let fileName = "nuntiq.sqlite"

    /// Copies the database of one folder into another, as of one moment, beside whoever reads and writes.
    ///
    /// - Throws: ``StoreError``.
    public static func copy(folder: String, into other: String) throws {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(path: "\(folder)/\(fileName)", configuration: configuration)
            try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: ["\(other)/\(fileName)"]) }
            try queue.close()
        } catch let error as DatabaseError {
            throw SQLiteFailure.translate(error)
        }
    }
}
