/// What a house is built with, so that a fault can be done to it.
struct HousePlan: Sendable {
    /// What lies on a small disk of its own.
    enum SmallDiskUse: Sendable {
        case database
        case files
    }

    /// How many nodes; more than one only on PostgreSQL.
    var nodes = 1
    /// What can run out of room.
    var smallDisk: SmallDiskUse?
    /// Whether the clock of the nodes and of PostgreSQL can be stepped.
    var hasSteppedClock = false
    /// Whether files are in a bucket.
    var hasBucket = false
    /// Whether submissions bring a file.
    var hasAttachments = false
    /// How many files and sockets a node may have open; `nil`: as many as the tests.
    var openFilesMax: Int?
}
