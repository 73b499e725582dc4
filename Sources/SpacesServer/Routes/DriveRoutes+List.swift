import HTTPTypes
import Hummingbird
import NIOCore

extension DriveRoutes {
    /// A list by the path form of the documentation: `/me/drives/$filter=driveType eq project`.
    func listByPath(_ call: Call, isUnrestricted: Bool) async throws -> Response {
        let segment = call["query"].isEmpty ? call["drive"] : call["query"]
        guard Self.isQuery(segment) else {
            return Response(
                status: .notFound, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "404 page not found\n")))
        }
        // The segment is decoded already: escape it again, so that one parser serves both forms.
        let query = PercentEncoding.encode(segment, keeping: "=")
        return try await list(
            call, try ListQuery(query, isPathForm: true), isUnrestricted: isUnrestricted, .v1)
    }

    func list(_ call: Call, isUnrestricted: Bool, _ version: DriveWriter.Version) async throws -> Response {
        try await list(call, try ListQuery(call.request.uri.query), isUnrestricted: isUnrestricted, version)
    }

    private func list(
        _ call: Call, _ query: ListQuery, isUnrestricted: Bool, _ version: DriveWriter.Version
    ) async throws -> Response {
        var selection = Store.Selection(isUnrestricted: isUnrestricted)
        var showsShares = true
        switch query.filter {
        case .all: break
        case .type(let type):
            selection.type = type
            showsShares = type == "virtual"
        case .identifier(let id):
            let reference = SpaceReference(id)
            selection.reference = reference
            showsShares = reference.isShares
        }
        let listing = try await store.listing(for: call.caller, selection)
        let entries = listing.entries(
            in: query.order, showsMountpoints: selection.type != "virtual", showsShares: showsShares)
        return Self.stream(entries, of: listing, writer(for: call, version, showing: query.expansions))
    }

    /// Writes the list in pieces, so that the memory it takes does not grow with the number of members.
    private static func stream(
        _ entries: [DriveListing.Entry], of listing: DriveListing, _ writer: DriveWriter
    ) -> Response {
        let pieceSize = 256 * 1024
        let body = ResponseBody { output in
            var json = JSONWriter()
            json.begin("{")
            json.key("value")
            json.begin("[")
            for entry in entries {
                switch entry {
                case .space(let index): writer.write(listing.spaces[index], of: listing, to: &json)
                case .mountpoint(let index): writer.write(listing.mountpoints[index], to: &json)
                case .shares: writer.writeShares(modified: listing.sharesModified, to: &json)
                }
                if json.bytes.count >= pieceSize {
                    try await output.write(ByteBuffer(bytes: json.take()))
                }
            }
            json.end("]")
            json.end("}")
            try await output.write(ByteBuffer(bytes: json.take() + [0x0A]))
            try await output.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "application/json"], body: body)
    }
}
