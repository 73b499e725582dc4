package import Foundation

/// One recorded exchange with a real OpenCloud server: the truth that the client decodes and the server imitates.
///
/// The files in `Exchanges` are numbered in the order in which they were made on one server.
package struct Recording: Sendable, CustomStringConvertible {
    /// File name without its extension, such as `006-create`.
    package let name: String
    /// Why the exchange was recorded; empty where the name says it.
    package let why: String
    /// User name that made the request; `nil` without credentials.
    package let user: String?
    package let request: Request
    package let response: Response

    package struct Request: Sendable {
        package let method: String
        /// Path and query as written, not percent-encoded.
        package let path: String
        package let headers: [String: String]
        /// `nil` where the request had no body.
        package let body: Data?
    }

    package struct Response: Sendable {
        package let status: Int
        package let headers: [String: String]
        /// The bytes of the body: JSON was written anew, text is as recorded.
        package let body: Data
        /// True when the body is a JSON value rather than plain text.
        package let isJSON: Bool
    }

    package var description: String { name }

    /// All recordings, in their order.
    package static let all: [Recording] = {
        do {
            let folder = Bundle.module.bundleURL.appending(path: "Exchanges")
            let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            return try files.filter { $0.pathExtension == "json" }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }
                .map(Recording.init(contentsOf:))
        } catch {
            preconditionFailure("the recordings are part of the test bundle: \(error)")
        }
    }()

    /// The recording whose name begins with these three digits.
    package static func number(_ number: String) -> Recording? {
        all.first { $0.name.hasPrefix(number) }
    }

    private init(contentsOf file: URL) throws {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
        let request = object["request"] as? [String: Any] ?? [:]
        let response = object["response"] as? [String: Any] ?? [:]
        name = file.deletingPathExtension().lastPathComponent
        why = object["why"] as? String ?? ""
        user = object["as"] as? String
        self.request = Request(
            method: request["method"] as? String ?? "",
            path: request["path"] as? String ?? "",
            headers: request["headers"] as? [String: String] ?? [:],
            body: try Self.bytes(of: request["body"]))
        let body = response["body"]
        self.response = Response(
            status: response["status"] as? Int ?? 0,
            headers: response["headers"] as? [String: String] ?? [:],
            body: try Self.bytes(of: body) ?? Data(),
            isJSON: body is [String: Any] || body is [Any])
    }

    private static func bytes(of body: Any?) throws -> Data? {
        switch body {
        case nil, is NSNull: nil
        case let text as String: Data(text.utf8)
        case let value?:
            try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
        }
    }
}
