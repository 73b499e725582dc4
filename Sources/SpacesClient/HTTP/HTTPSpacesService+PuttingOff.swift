import SpacesModel

extension HTTPSpacesService {
    /// Makes a change; where the server asks to wait and has done nothing, the change is made from its beginning after the
    /// wait: what it starts from is read again, and nobody's change is overwritten unseen.
    ///
    /// A server that limits requests (429) does so before it does anything. One that is not available (503) may have been at
    /// it: what came of the change is looked at before, and a space is never created again, for it might then be there twice.
    /// - Throws: What the server said last where it asks for more time than is waited (`RetryPolicy`).
    func puttingOff<Value: Sendable>(
        _ change: () async throws(SpacesFailure) -> Value
    ) async throws(SpacesFailure) -> Value {
        let timing = transport.timing
        let start = timing.elapsed()
        var attempt = 1
        while true {
            do throws(SpacesFailure) {
                return try await change()
            } catch {
                let operation = error.operation ?? .account
                guard let seconds = error.putOffSeconds,
                    let wait = connection.network.retries.wait(
                        afterAttempt: attempt, asked: .seconds(seconds), waited: timing.elapsed() - start, chance: 0)
                else { throw error }
                do throws(CancellationError) { try await timing.pause(wait) } catch {
                    throw .transport(operation, error, to: connection)
                }
                attempt += 1
            }
        }
    }
}

extension SpacesFailure {
    /// How long the server asks to wait with a change of which nothing was done; `nil` where it may not be made again.
    fileprivate var putOffSeconds: Int? {
        guard case .busy(let seconds?) = kind, !isUncertain else { return nil }
        if case .create = operation, status != 429 { return nil }
        return seconds
    }
}
