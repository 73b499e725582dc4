import SpacesModel

/// The servers whose keys a person trusts though nobody vouches for them, as they stand in a file: a line for each, with the
/// address and the key. What else a person writes into it, comments and days, stays.
package struct KnownServers: Equatable, Sendable {
    private static let beginning = [
        "# The keys of servers that nobody vouches for and that you trusted, one a line.",
        "# A server with another key than the one here is refused: spaces trust --forget removes a line.",
    ]

    /// Why a file is not understood: the line, counted from one.
    struct Fault: Error, Equatable {
        let line: Int
    }

    private var lines: [String] = []
    /// By the origin of the server.
    private var keys: [String: [KeyPin]] = [:]

    package init() {}

    /// Reads a file. A line that is not understood may have held the key of a server, so that nothing is guessed.
    init(parsing text: String) throws(Fault) {
        var all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if all.last?.isEmpty == true { all.removeLast() }
        for (index, line) in all.enumerated() {
            lines.append(String(line))
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            do throws(ConnectionProblem) {
                guard words.count > 1 else { throw ConnectionProblem("") }
                let address = try ServerAddress(parsing: String(first))
                keys[Self.name(of: address), default: []].append(try KeyPin(parsing: String(words[1])))
            } catch {
                throw Fault(line: index + 1)
            }
        }
    }

    /// The keys of which a server must have one; empty for one that is not known.
    package func keys(of server: ServerAddress) -> [KeyPin] { keys[Self.name(of: server)] ?? [] }

    /// Adds a key of a server, with the day on which a person trusted it.
    mutating func add(_ key: KeyPin, of server: ServerAddress, on day: String) {
        if lines.isEmpty { lines = Self.beginning }
        lines.append("\(Self.name(of: server)) \(key) \(day)")
        keys[Self.name(of: server), default: []].append(key)
    }

    /// Forgets all keys of a server.
    mutating func remove(_ server: ServerAddress) {
        let name = Self.name(of: server)
        keys[name] = nil
        lines.removeAll { line in
            guard let word = line.split(whereSeparator: \.isWhitespace).first, !word.hasPrefix("#") else {
                return false
            }
            do throws(ConnectionProblem) {
                return Self.name(of: try ServerAddress(parsing: String(word))) == name
            } catch {
                return false
            }
        }
    }

    /// The file.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// Scheme, host and port; the port of https is the same as none.
    private static func name(of server: ServerAddress) -> String {
        let origin = server.origin
        return server.isEncrypted && server.port == 443 ? String(origin.dropLast(":443".count)) : origin
    }
}
