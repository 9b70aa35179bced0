import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Ends connections the way clients can live with, and puts what is no HTTP into our own words.
///
/// - An answer with `Connection: close` ends the sending side; what the client still sends is read and dropped until it
///   closes too or falls silent, for a minute at most: closing at once would reset the connection and take the answer
///   with it.
/// - The bare 400 for broken HTTP becomes the error envelope (431 where the head is too large).
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum State {
        case open
        case endingAfterAnswer
        case lingering
    }

    private static let lingerStep = TimeAmount.seconds(5)
    private static let lingerStepsMax = 12

    private var state = State.open
    private var requestsUnanswered = 0
    private var isBroken = false
    private var isHeadTooLarge = false
    private var isClientSending = false
    private let refusal: @Sendable (_ headTooLarge: Bool) -> (HTTPResponse, ByteBuffer)

    /// `refusal` renders the answer to what is no HTTP.
    init(refusal: @escaping @Sendable (_ headTooLarge: Bool) -> (HTTPResponse, ByteBuffer)) {
        self.refusal = refusal
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if state == .lingering || isBroken {
            isClientSending = true
            return
        }
        if case .head = unwrapInboundIn(data) { requestsUnanswered += 1 }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if state == .lingering { return context.read() }
        context.fireChannelReadComplete()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if state == .lingering, case ChannelEvent.inputClosed? = event as? ChannelEvent {
            return context.close(promise: nil)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if state == .lingering { return context.close(promise: nil) }
        switch error {
        case HTTPParserError.headerOverflow: isHeadTooLarge = true
        case is HTTP1TypeConversionError:
            isBroken = true
            return context.fireErrorCaught(HTTPParserError.invalidMethod)
        default: break
        }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if state == .lingering {
            promise?.succeed()
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status == .badRequest && requestsUnanswered == 0:
            refuse(context, promise)
        case .head(let head):
            if head.headerFields[.connection] == "close" { state = .endingAfterAnswer }
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            requestsUnanswered -= 1
            context.write(data, promise: promise)
            if state == .endingAfterAnswer { linger(context) }
        }
    }

    private func refuse(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        let (head, body) = refusal(isHeadTooLarge)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
        linger(context)
    }

    private func linger(_ context: ChannelHandlerContext) {
        state = .lingering
        context.flush()
        context.close(mode: .output, promise: nil)
        context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        context.read()
        linger(on: context.channel, stepsLeft: Self.lingerStepsMax)
    }

    private func linger(on channel: any Channel, stepsLeft: Int) {
        let handler = NIOLoopBound(self, eventLoop: channel.eventLoop)
        isClientSending = false
        channel.eventLoop.scheduleTask(in: Self.lingerStep) {
            guard channel.isActive, handler.value.isClientSending, stepsLeft > 1 else {
                return channel.close(promise: nil)
            }
            handler.value.linger(on: channel, stepsLeft: stepsLeft - 1)
        }
    }
}
