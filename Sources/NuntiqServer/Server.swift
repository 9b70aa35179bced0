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
        let (responder, onRunning) = (responder, onRunning)
        let server = try HTTPServerBuilder.http1(configuration: connection).buildServer(
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(OpenFiles.raised(), logger: quiet)),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: quiet,
            responder: { request, writer, channel in
                let response = await responder.respond(to: request, on: channel)
                try await writer.write(response: response.head, body: response.body)
            },
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) }
        )
        try await withGracefulShutdownHandler {
            try await server.run()
        } onGracefulShutdown: {
            logger.info("stopping: what runs is finished")
            responder.stop()
        }
    }

    private var connection: HTTP1Channel.Configuration {
        let responder = responder
        return .init(
            additionalChannelHandlers: [ConnectionHandler { responder.refusal(headTooLarge: $0) }],
            idleTimeout: TimeAmount(configuration.idleMax),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)
        )
    }

    /// The library tells at `info` what the program tells in its own words.
    private var quiet: Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}
