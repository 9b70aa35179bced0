import Logging
public import NuntiqStore

/// Gives every committed event its place in the feed now, instead of when the service comes to it.
public func sequenceEvents(_ database: any Database) async throws {
    try await Sequencer(database: database, logger: Logger(label: "test")).sequence()
}
