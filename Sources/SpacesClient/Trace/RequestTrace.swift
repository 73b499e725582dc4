import Synchronization

/// Writes down each request and its answer for somebody who looks for an error (`--trace`): methods, addresses, headers and
/// times, of bodies the number of bytes, and no secret (`Redaction`).
package final class RequestTrace: Sendable {
    private let count = Mutex(0)
    private let clock: SignInClock
    private let write: @Sendable (String) -> Void

    /// `write` gets one record at a time, of one or more lines, each with its end; it is called from any thread.
    package init(clock: SignInClock = .system, write: @escaping @Sendable (String) -> Void) {
        self.clock = clock
        self.write = write
    }

    /// Writes down a request that is about to be sent.
    func begin(
        _ method: String, _ address: String, headers: [(name: String, value: String)], bytes: Int,
        redaction: Redaction
    ) -> TracedExchange {
        let exchange = exchange(redaction)
        let body = bytes > 0 ? ", \(Self.bytes(bytes))" : ""
        exchange.record(">", "\(method) \(redaction.address(address))\(body)", headers)
        return exchange
    }

    /// Writes down that a server is asked for its certificate, which sends no request.
    func beginHandshake(with address: String) -> TracedExchange {
        let exchange = exchange(Redaction())
        exchange.record(">", "handshake with \(Redaction().address(address)), no request")
        return exchange
    }

    private func exchange(_ redaction: Redaction) -> TracedExchange {
        let number = count.withLock {
            $0 += 1
            return $0
        }
        return TracedExchange(number: number, redaction: redaction, clock: clock, write: write)
    }

    static func bytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }
}

extension RequestTrace: Equatable {
    package static func == (one: RequestTrace, other: RequestTrace) -> Bool { one === other }
}
