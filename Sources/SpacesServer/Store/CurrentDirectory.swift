import Synchronization

/// The directory as of the last change: everybody reads the same value until the next one.
final class CurrentDirectory: Sendable {
    private let current: Mutex<Directory>

    init(_ directory: Directory) {
        current = Mutex(directory)
    }

    var value: Directory { current.withLock { $0 } }

    func set(_ directory: Directory) {
        current.withLock { $0 = directory }
    }
}
