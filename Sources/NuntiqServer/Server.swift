import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// The HTTP side of a node: listens, answers, and on a graceful stop finishes what runs.
public struct Server: Service {
    let configuration: ServerConfiguration
    let responder: Responder
    let logger: Logger
    let onRunning: @Sendable (Int) async -> Void

    /// Listens until the task is cancelled or a graceful stop is asked for.
    public func run() async throws {
        let responder = responder
        let onRunning = onRunning
        let builder = HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(30)))
        let server = try builder.buildServer(
            configuration: .init(address: .hostname(configuration.host, port: configuration.port), backlog: 1024),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger,
            responder: { request, writer, channel in
                let response = await responder.respond(to: request, on: channel)
                try await writer.write(response: response.head, body: response.body)
            },
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) }
        )
        try await server.run()
    }
}
