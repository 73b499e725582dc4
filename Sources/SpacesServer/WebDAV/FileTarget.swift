/// A file or folder as a client addresses it: the space, the way to it, and the prefix by which it was reached, so that
/// what is in it is told in the same form.
struct FileTarget: Sendable, Equatable {
    let space: SpaceReference
    /// Names from the root of the space; empty for the root itself.
    let path: [String]
    /// Beginning of the path, escaped and without a slash at its end, such as `/dav/spaces/…`.
    let prefix: String

    /// How spaces are reached: by their id, or the caller's own by the older addresses.
    enum Form: CaseIterable {
        case spaces, remoteSpaces
        case webDAV, remoteWebDAV
        case files, remoteFiles

        /// Segments before the id or name, if there is one.
        var segments: [String] {
            switch self {
            case .spaces: ["dav", "spaces"]
            case .remoteSpaces: ["remote.php", "dav", "spaces"]
            case .webDAV: ["webdav"]
            case .remoteWebDAV: ["remote.php", "webdav"]
            case .files: ["dav", "files"]
            case .remoteFiles: ["remote.php", "dav", "files"]
            }
        }

        /// Whether a segment names the space or the user.
        var isNamed: Bool { self != .webDAV && self != .remoteWebDAV }

        var route: String { "/" + (segments + (isNamed ? ["{name}"] : []) + ["{path...}"]).joined(separator: "/") }
    }

    /// The target of decoded segments; fails with `badPath` for what is no path of files, and with `notFound` for the
    /// files of somebody else.
    init(_ segments: [String], for caller: User) throws(FileFailure) {
        for form in Form.allCases where segments.starts(with: form.segments) {
            var rest = segments[form.segments.count...]
            guard form.isNamed else {
                try self.init(caller.id, rest, form.segments)
                return
            }
            guard let name = rest.popFirst() else { break }
            switch form {
            case .files, .remoteFiles:
                guard name.lowercased() == caller.username.lowercased() || name == caller.id else { throw .notFound }
                try self.init(caller.id, rest, form.segments + [name])
            default: try self.init(name, rest, form.segments + [name])
            }
            return
        }
        throw .badPath
    }

    private init(_ space: String, _ path: ArraySlice<String>, _ prefix: [String]) throws(FileFailure) {
        if path.contains(where: { $0 == "." || $0 == ".." || $0.contains("/") }) {
            throw .badPath
        }
        self.space = SpaceReference(space)
        self.path = Array(path)
        self.prefix = "/" + prefix.map { PercentEncoding.encode($0) }.joined(separator: "/")
    }

    /// The target of a `Destination` header: an address of this server, or a path alone (RFC 4918 §10.3).
    init(destination: String, for caller: User) throws(FileFailure) {
        var path = Substring(destination)
        if let scheme = path.firstRange(of: "://") {
            path = path[scheme.upperBound...]
            path = path[(path.firstIndex(of: "/") ?? path.endIndex)...]
        }
        guard path.hasPrefix("/") else { throw .badPath }
        var segments: [String] = []
        for segment in path.split(separator: "/") {
            guard let decoded = PercentEncoding.decode(segment) else { throw .badPath }
            segments.append(decoded)
        }
        try self.init(segments, for: caller)
    }
}
