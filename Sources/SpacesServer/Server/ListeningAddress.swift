import Synchronization

/// Where clients find the server: known only once it listens, because port 0 takes any.
package final class ListeningAddress: Sendable {
    private let configured: String?
    private let listened = Mutex("http://127.0.0.1")

    init(publicURL: String?) {
        var url = publicURL
        while url?.hasSuffix("/") == true { url?.removeLast() }
        configured = url
    }

    /// What URLs in answers begin with: the configured address, else the one listened on.
    package var publicURL: String {
        configured ?? listened.withLock { $0 }
    }

    /// The address listened on.
    var listenedURL: String { listened.withLock { $0 } }

    func listens(at url: String) {
        listened.withLock { $0 = url }
    }
}
