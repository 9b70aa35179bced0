import NIOCore
import NIOPosix

/// A TCP connection that sends exactly the bytes of a test, for what no HTTP client would do.
public enum RawConnection {
    /// Runs `body` with a connection to a port of this machine.
    public static func open<Value: Sendable>(
        port: Int, _ body: @Sendable (inout Session) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var session = Session(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&session)
        }
    }

    /// What a test does with the connection.
    public struct Session {
        fileprivate var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        fileprivate let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        private var pending = ""

        fileprivate init(
            inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
            outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        ) {
            self.inbound = inbound
            self.outbound = outbound
        }

        /// Sends a text; each line break as CRLF.
        public func send(_ text: String) async throws {
            try await outbound.write(ByteBuffer(string: text.replacing("\n", with: "\r\n")))
        }

        /// What comes up to and with `mark`, or up to the end of the connection.
        public mutating func receive(through mark: String) async throws -> String {
            while !pending.contains(mark), let chunk = try await inbound.next() {
                pending += String(buffer: chunk)
            }
            guard let end = pending.firstRange(of: mark)?.upperBound else {
                defer { pending = "" }
                return pending
            }
            defer { pending.removeSubrange(..<end) }
            return String(pending[..<end])
        }

        /// The head of an answer, up to its empty line.
        public mutating func receiveHead() async throws -> String {
            try await receive(through: "\r\n\r\n")
        }

        /// Everything up to the end of the connection.
        public mutating func receiveAll() async throws -> String {
            while let chunk = try await inbound.next() { pending += String(buffer: chunk) }
            defer { pending = "" }
            return pending
        }
    }
}
