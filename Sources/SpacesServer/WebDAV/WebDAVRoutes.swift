import HTTPTypes
import Hummingbird
import NIOCore

/// Files of a space by WebDAV (RFC 4918): enough to fill a space and to give it an image and a readme
/// (recordings 085, 086, 089).
struct WebDAVRoutes: Sendable {
    let store: Store
    let maximumUploadSize: Int

    static let propfind = HTTPRequest.Method("PROPFIND") ?? .get
    static let makeCollection = HTTPRequest.Method("MKCOL") ?? .post

    var routes: [RouteTable.Route] {
        let path = "/dav/spaces/{drive}/{path...}"
        // swift-format-ignore
        return [
            .init(.get,                path) { try await read($0, hasBody: true) },
            .init(.head,               path) { try await read($0, hasBody: false) },
            .init(.put,                path, write),
            .init(.delete,             path, delete),
            .init(Self.makeCollection, path, makeFolder),
            .init(Self.propfind,       path, describe),
        ]
    }

    /// Runs a handler; a failure is told as WebDAV clients know it.
    private func answering(_ work: () async throws -> Response) async throws -> Response {
        do {
            return try await work()
        } catch let failure as FileFailure {
            return failure.response
        }
    }

    private static func path(of call: Call) throws(FileFailure) -> [String] {
        let segments = call["path"].split(separator: "/").map(String.init)
        if segments.contains(where: { $0 == "." || $0 == ".." || $0.contains("\u{0}") }) { throw .badPath }
        return segments
    }

    private func read(_ call: Call, hasBody: Bool) async throws -> Response {
        try await answering {
            let (node, content) = try await store.file(
                at: try Self.path(of: call), in: call.space, for: call.caller, withContent: hasBody)
            var response = Response(
                status: .ok, body: hasBody ? ResponseBody(byteBuffer: ByteBuffer(bytes: content)) : ResponseBody())
            if !hasBody { response.headers[.contentLength] = String(node.size) }
            let isText = node.mimeType.hasPrefix("text/")
            response.headers[.contentType] = node.mimeType + (isText ? "; charset=UTF-8" : "")
            response.headers[.eTag] = "\"\(node.eTag)\""
            response.headers[.lastModified] = node.modified.httpDate
            return response
        }
    }

    private func write(_ call: Call) async throws -> Response {
        try await answering {
            let path = try Self.path(of: call)
            // Before the body is read: what cannot fit need not be received.
            if let length = call.request.headers[.contentLength].flatMap({ Int64($0) }) {
                try await store.checkRoom(for: length, at: path, in: call.space, by: call.caller)
            }
            let body = try await call.body(upTo: maximumUploadSize)
            let (node, isNew) = try await store.write(body, at: path, in: call.space, by: call.caller)
            var response = Response(status: isNew ? .created : .noContent)
            response.headers[.eTag] = "\"\(node.eTag)\""
            response.headers[.lastModified] = node.modified.httpDate
            if let fileID = HTTPField.Name("Oc-Fileid") {
                response.headers[fileID] = "\(store.storageID)$\(call.space.space)!\(node.id)"
            }
            return response
        }
    }

    private func delete(_ call: Call) async throws -> Response {
        try await answering {
            try await store.deleteNode(at: try Self.path(of: call), in: call.space, by: call.caller)
            return Response(status: .noContent)
        }
    }

    private func makeFolder(_ call: Call) async throws -> Response {
        try await answering {
            try await store.makeFolder(at: try Self.path(of: call), in: call.space, by: call.caller)
            return Response(status: .created)
        }
    }

    private func describe(_ call: Call) async throws -> Response {
        try await answering {
            let depth = call.header("Depth") ?? "1"
            guard depth == "0" || depth == "1" else { throw FileFailure.infiniteDepth }
            let path = try Self.path(of: call)
            let request = PropertyRequest(try await call.body(upTo: 1 << 16))
            let entries = try await store.entries(
                at: path, in: call.space, for: call.caller, withChildren: depth == "1")
            let writer = MultistatusWriter(
                storageID: store.storageID, driveID: call["drive"], path: path, request: request)
            return Response(
                status: HTTPResponse.Status(code: 207, reasonPhrase: "Multi-Status"),
                headers: [.contentType: "application/xml; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: writer.document(of: entries))))
        }
    }
}
