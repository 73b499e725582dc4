import Localization
import Foundation
import Glibc
import Synchronization

/// What a run does, written down while it happens: the plan first, a line before each item is sent, one after its answer.
///
/// Every line is one `write`, so that whatever ends the program afterwards finds it in the file; the plan is on the disk
/// before the first item is sent. The lock on the file tells other windows that its run lives.
final class RunFile: Sendable {
    let path: String
    private let descriptor: Mutex<Int32>

    /// Makes the file, which must not exist, and writes the plan.
    init(_ path: String, _ plan: RunRecord.Plan) throws(RunFailure) {
        self.path = path
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw RunFailure(cannotWrite: path) }
        descriptor = Mutex(file)
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw RunFailure(cannotWrite: path) }
        try note(RunRecord(plan: plan))
        guard fsync(file) == 0 else { throw RunFailure(cannotWrite: path) }
    }

    deinit {
        _ = descriptor.withLock { close($0) }
    }

    /// Adds a line.
    func note(_ record: RunRecord) throws(RunFailure) {
        let line: [UInt8]
        do {
            line = try record.line()
        } catch {
            throw RunFailure(localized("Cannot write down what is done: \(String(describing: error))."))
        }
        let isWritten = descriptor.withLock { file in
            var rest = line[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
        guard isWritten else { throw RunFailure(cannotWrite: path) }
    }
}

extension RunFailure {
    init(cannotWrite path: String) {
        self.init(localized("Cannot write \(path): \(String(cString: strerror(errno)))."))
    }
}
