import Localization
import Foundation
import Logging
import Texts

/// Appends log lines to a file that only its owner can read.
struct FileLogHandler: LogHandler {
    var logLevel = Logger.Level.debug
    var metadata: Logger.Metadata = [:]
    private let file: PrivateLog

    init(path: String) throws { file = try PrivateLog(localized("log"), path: path) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let details = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        // Whoever prints the file on a terminal is steered by nothing in it.
        let line = TerminalText("\(Date().formatted(.iso8601)) \(event.level) \(event.message)\(details)" as String)
        file.append("\(line)\n")
    }
}
