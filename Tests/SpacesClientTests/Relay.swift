import NIOCore
import NIOPosix

/// Passes one request on to another server on this computer and takes the whole answer.
enum Relay {
    static func answer(to request: [UInt8], port: Int, on eventLoop: any EventLoop) -> EventLoopFuture<[UInt8]> {
        let answer = eventLoop.makePromise(of: [UInt8].self)
        ClientBootstrap(group: eventLoop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Collector(answer))
                }
            }
            .connect(host: "127.0.0.1", port: port)
            .whenComplete { result in
                switch result {
                case .success(let channel):
                    channel.writeAndFlush(ByteBuffer(bytes: closing(request)), promise: nil)
                case .failure(let error): answer.fail(error)
                }
            }
        return answer.futureResult
    }

    /// Connects to a server on this computer whose every byte goes to `channel`.
    static func tunnel(from channel: any Channel, port: Int) -> EventLoopFuture<any Channel> {
        ClientBootstrap(group: channel.eventLoop)
            .channelInitializer { other in
                other.eventLoop.makeCompletedFuture {
                    try other.pipeline.syncOperations.addHandler(Passage(to: channel))
                }
            }
            .connect(host: "127.0.0.1", port: port)
    }

    private final class Passage: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let target: any Channel

        init(to target: any Channel) {
            self.target = target
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            target.writeAndFlush(unwrapInboundIn(data), promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) {
            target.close(promise: nil)
        }
    }

    /// The request with the wish that the connection ends after the answer, which tells where that ends.
    private static func closing(_ request: [UInt8]) -> [UInt8] {
        guard let line = request.firstRange(of: Array("\r\n".utf8)) else { return request }
        return request[..<line.upperBound] + Array("Connection: close\r\n".utf8) + request[line.upperBound...]
    }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let answer: EventLoopPromise<[UInt8]>
        private var bytes: [UInt8] = []

        init(_ answer: EventLoopPromise<[UInt8]>) {
            self.answer = answer
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            bytes.append(contentsOf: unwrapInboundIn(data).readableBytesView)
        }

        func channelInactive(context: ChannelHandlerContext) {
            answer.succeed(bytes)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            answer.fail(error)
        }
    }
}
