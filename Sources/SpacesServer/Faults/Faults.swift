import HTTPTypes
import Synchronization

/// The faults that are switched on, and how often each is still to happen.
///
/// Tests change them while the server runs.
package final class Faults: Sendable {
    private let current: Mutex<[Fault]>

    init(_ faults: [Fault]) {
        current = Mutex(faults)
    }

    /// Replaces all faults; none switches them off.
    package func set(_ faults: Fault...) {
        current.withLock { $0 = faults }
    }

    /// What is still to happen.
    package var remaining: [Fault] { current.withLock { $0 } }

    /// What happens to a request: all the delays that concern it, and the first of the other faults.
    func take(_ method: HTTPRequest.Method, _ path: String) -> [Fault] {
        current.withLock { faults in
            var taken: [Fault] = []
            var hasEffect = false
            for index in faults.indices where faults[index].count != 0 && faults[index].concerns(method, path) {
                if case .latency = faults[index].effect {
                } else if hasEffect {
                    continue
                } else {
                    hasEffect = true
                }
                taken.append(faults[index])
                if let count = faults[index].count { faults[index].count = count - 1 }
            }
            faults.removeAll { $0.count == 0 }
            return taken
        }
    }
}
