import Localization
import Dispatch
import SpacesClient
import Synchronization

/// Waits for work that suspends, on the main thread before and after the screen is open, where there is nothing else to do.
/// What fails there is told by its sentence.
func waiting<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Mutex<Result<Value, any Error>?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task {
        let result: Result<Value, any Error>
        do {
            result = .success(try await body())
        } catch let failure as SpacesFailure {
            result = .failure(Refusal(failure.sentence))
        } catch {
            result = .failure(error)
        }
        outcome.withLock { $0 = result }
        done.signal()
    }
    done.wait()
    guard let result = outcome.withLock(\.self) else { throw Refusal(localized("The program is ending.")) }
    return try result.get()
}
