import Synchronization

extension TracedBody {
    /// Writes down the end of a body once: when it was read, when it broke off, or when nobody wants more of it.
    final class End: Sendable {
        private let exchange: TracedExchange
        private let state = Mutex((bytes: 0, isOver: false))

        init(_ exchange: TracedExchange) {
            self.exchange = exchange
        }

        /// A piece has come; `nil` is the end.
        func read(_ count: Int?) {
            guard let count else {
                if let bytes = finish() { exchange.ended(bytes: bytes, isComplete: true) }
                return
            }
            state.withLock { $0.bytes += count }
        }

        func failed(_ error: any Error) {
            guard let bytes = finish() else { return }
            exchange.ended(bytes: bytes, isComplete: false)
            exchange.failed(error)
        }

        /// The number of bytes, for the first who asks.
        private func finish() -> Int? {
            state.withLock { state in
                defer { state.isOver = true }
                return state.isOver ? nil : state.bytes
            }
        }

        deinit {
            if let bytes = finish() { exchange.ended(bytes: bytes, isComplete: false) }
        }
    }
}
