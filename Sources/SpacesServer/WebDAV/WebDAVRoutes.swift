import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Files of a space by WebDAV (RFC 4918, class 1: there are no locks), for clients such as curl, rclone, cadaver and
/// davfs2 (recordings 085, 086, 089); copies and moves are in `WebDAVRoutes+Transfer`.
struct WebDAVRoutes: Sendable {
    let store: Store
    let maximumUploadSize: Int

    private static let nothingAllowed =
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
    private static let propfind = HTTPRequest.Method("PROPFIND") ?? .get
    private static let proppatch = HTTPRequest.Method("PROPPATCH") ?? .post
    static let makeCollection = HTTPRequest.Method("MKCOL") ?? .post
    static let copying = HTTPRequest.Method("COPY") ?? .post
    static let moving = HTTPRequest.Method("MOVE") ?? .post

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        let handlers: [(HTTPRequest.Method, @Sendable (Call, FileTarget) async throws -> Response)] = [
            (.get,                { try await read($0, $1, hasBody: true) }),
            (.head,               { try await read($0, $1, hasBody: false) }),
            (.put,                write),
            (.delete,             delete),
            (.options,            { _, _ in options }),
            (Self.makeCollection, makeFolder),
            (Self.propfind,       describe),
            (Self.proppatch,      change),
            (Self.copying,        copy),
            (Self.moving,         move),
        ]
        return FileTarget.Form.allCases.flatMap { form in
            handlers.map { method, handler in
                .init(method, form.route) { call in
                    do {
                        let names = form.isNamed ? [call["name"]] : []
                        // An encoded slash parts names as a plain one does: no name can hold it.
                        let path = call["path"].split(separator: "/").map(String.init)
                        return try await handler(
                            call, try FileTarget(form.segments + names + path, for: call.caller))
                    } catch let failure as FileFailure {
                        return failure.response
                    }
                }
            }
        }
    }

    private var options: Response {
        let methods = "OPTIONS, GET, HEAD, PUT, DELETE, MKCOL, PROPFIND, PROPPATCH, COPY, MOVE"
        var response = Response(status: .ok, headers: [.allow: methods])
        response.headers[.dav] = "1"
        return response
    }

    private func read(_ call: Call, _ target: FileTarget, hasBody: Bool) async throws -> Response {
        let (node, content) = try await store.file(at: target, for: call.caller, withContent: hasBody)
        var headers = headers(of: node, in: target)
        // What somebody else uploaded must not run as a page of this server: it is stored, not shown, and may do nothing.
        headers[.contentDisposition] = ContentDisposition.attachment(named: node.name)
        headers[.contentSecurityPolicy] = Self.nothingAllowed
        headers[.contentTypeOptions] = "nosniff"
        let condition = Precondition(call)
        if condition.isOutdated(node.eTag) { throw FileFailure.precondition }
        if condition.isUnchanged(node.eTag) { return Response(status: .notModified, headers: headers) }
        let isText = node.mimeType.hasPrefix("text/")
        headers[.contentType] = node.mimeType + (isText ? "; charset=UTF-8" : "")
        headers[.acceptRanges] = "bytes"
        if !hasBody {
            headers[.contentLength] = String(node.size)
            return Response(status: .ok, headers: headers)
        }
        var range = ByteRange(call.header("Range"), size: node.size)
        // A part of another version would not fit to what the client has.
        if let ifRange = call.header("If-Range"), ifRange != "\"\(node.eTag)\"" { range = .whole }
        switch range {
        case .whole: return Response(status: .ok, headers: headers, body: content.body(0..<node.size))
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(node.size)"
            return Response(status: .partialContent, headers: headers, body: content.body(part))
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(node.size)"
            headers[.contentType] = nil
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    /// What tells the version of a file.
    func headers(of node: Node, in target: FileTarget) -> HTTPFields {
        var headers = HTTPFields()
        headers[.eTag] = "\"\(node.eTag)\""
        headers[.ownCloudETag] = "\"\(node.eTag)\""
        headers[.lastModified] = node.modified.httpDate
        headers[.fileID] = "\(store.storageID)$\(target.space.space)!\(node.id)"
        return headers
    }

    private func write(_ call: Call, _ target: FileTarget) async throws -> Response {
        // Before the body is read: what cannot fit need not be received.
        if let length = call.request.headers[.contentLength].flatMap({ Int64($0) }) {
            try await store.checkRoom(for: length, at: target, by: call.caller)
        }
        // A part of a file would replace the whole (RFC 9110 §14.5).
        if call.header("Content-Range") != nil { throw FileFailure.badPath }
        let modified = call.header("X-OC-Mtime").flatMap(Timestamp.init(unixSeconds:))
        let file = try await receive(call, target)
        let (node, isNew) = try await store.write(
            file, at: target, modified: modified, if: Precondition(call), by: call.caller)
        var response = Response(status: isNew ? .created : .noContent, headers: headers(of: node, in: target))
        if modified != nil { response.headers[.modificationTime] = "accepted" }
        return response
    }

    /// The file that comes as the body, its size known before or not.
    private func receive(_ call: Call, _ target: FileTarget) async throws -> ReceivedFile {
        let length = try call.request.announcedLength(upTo: maximumUploadSize)
        var upload = FileUpload(to: target, by: call.caller, in: store)
        for try await buffer in call.request.body {
            if upload.size + Int64(buffer.readableBytes) > maximumUploadSize {
                throw GraphError.bodyTooLarge(maximumUploadSize)
            }
            try await upload.append(buffer)
        }
        // The stream of a connection that breaks, or of a server that ends, may simply stop.
        try Task.checkCancellation()
        if let length, length != upload.size { throw GraphError.incompleteBody }
        return upload.received
    }

    private func delete(_ call: Call, _ target: FileTarget) async throws -> Response {
        try await store.deleteNode(at: target, if: Precondition(call), by: call.caller)
        return Response(status: .noContent)
    }

    private func makeFolder(_ call: Call, _ target: FileTarget) async throws -> Response {
        if try await !call.body(upTo: 1 << 16).isEmpty { throw FileFailure.unsupportedBody }
        try await store.makeFolder(at: target, by: call.caller)
        return Response(status: .created)
    }

    private func describe(_ call: Call, _ target: FileTarget) async throws -> Response {
        let depth = call.header("Depth") ?? "1"
        guard depth == "0" || depth == "1" else { throw FileFailure.infiniteDepth }
        let request = try PropertyRequest(try await call.body(upTo: 1 << 16))
        let entries = try await store.entries(at: target, for: call.caller, withChildren: depth == "1")
        let writer = MultistatusWriter(storageID: store.storageID, target: target)
        return Self.multistatus(writer.document(of: entries, request))
    }

    /// Sets the date; other properties are not kept, and that is said for each.
    private func change(_ call: Call, _ target: FileTarget) async throws -> Response {
        let request = try PropertyRequest(try await call.body(upTo: 1 << 16))
        let dates = ["lastmodified", "getlastmodified"].map { PropertyName(namespace: PropertyName.dav, local: $0) }
        let set = request.properties.filter { dates.contains($0.name) }
        let refused = request.names.filter { !dates.contains($0) }
        // All or nothing (RFC 4918 §9.2).
        let date = refused.isEmpty ? set.last.flatMap { Timestamp(httpDate: $0.value) } : nil
        let isFolder = try await store.setModified(date, at: target, by: call.caller)
        let writer = MultistatusWriter(storageID: store.storageID, target: target)
        return Self.multistatus(
            writer.document(
                set: date == nil ? [] : set.map(\.name), refused: date == nil ? request.names : [],
                isFolder: isFolder))
    }

    private static func multistatus(_ document: String) -> Response {
        Response(
            status: HTTPResponse.Status(code: 207, reasonPhrase: "Multi-Status"),
            headers: [.contentType: "application/xml; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: document)))
    }
}
