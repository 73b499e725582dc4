import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import ServiceLifecycle

/// What can be done to the connection itself: wait, fall silent, break.
struct FaultyConnection: Sendable {
    /// The stream of one request over HTTP/2, else the connection.
    let channel: any Channel

    private var connection: any Channel { channel.parent.flatMap { $0.parent == nil ? nil : $0 } ?? channel }

    /// Waits by a task of the event loop: nothing ticks meanwhile.
    func wait(milliseconds: Int64) async throws {
        let task = channel.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) {}
        try await withTaskCancellationHandler {
            try await task.futureResult.get()
        } onCancel: {
            task.cancel()
        }
    }

    /// Waits until the client goes, or the server ends.
    func hang() async throws {
        let connection = connection
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                // However it closes, there is nobody left to answer.
                _ = await connection.closeFuture.result()
            } onGracefulShutdown: {
                connection.close(promise: nil)
            }
        } onCancel: {
            connection.close(promise: nil)
        }
        throw FaultyAnswer.Broken()
    }

    /// Breaks the connection so that the client hears of it at once: TCP RST instead of FIN.
    func reset() async throws {
        let connection = connection
        if let options = connection as? any SocketOptionProvider {
            try await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try await close(connection)
        throw FaultyAnswer.Broken()
    }

    /// Sends bytes that are no HTTP, and closes.
    func sendGarbage() async throws {
        let connection = connection
        try await connection.eventLoop.submit {
            let pipeline = connection.pipeline.syncOperations
            // From behind the encoder, which would make HTTP of it; HTTP/2 has none, and gets bytes that are not even TLS.
            let context =
                switch Result(catching: { try pipeline.context(handlerType: HTTPResponseEncoder.self) }) {
                case .success(let context): context
                case .failure: try pipeline.context(handlerType: NIOSSLServerHandler.self)
                }
            context.writeAndFlush(NIOAny(FaultyAnswer.noise), promise: nil)
        }.get()
        throw FaultyAnswer.Broken()
    }

    /// Closes beneath TLS, which would first say good-bye.
    private func close(_ connection: any Channel) async throws {
        let promise = connection.eventLoop.makePromise(of: Void.self)
        connection.eventLoop.execute {
            let pipeline = connection.pipeline.syncOperations
            switch Result(catching: { try pipeline.context(handlerType: NIOSSLServerHandler.self) }) {
            case .success(let context): context.close(mode: .all, promise: promise)
            case .failure: connection.close(mode: .all, promise: promise)
            }
        }
        // A connection that is closed already is as good.
        _ = await promise.futureResult.result()
    }
}

extension EventLoopFuture {
    /// The value or the error, without throwing.
    fileprivate func result() async -> Result<Value, any Error> where Value: Sendable {
        do {
            return .success(try await get())
        } catch {
            return .failure(error)
        }
    }
}
