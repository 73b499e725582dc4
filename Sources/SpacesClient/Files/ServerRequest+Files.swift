import SpacesModel

extension ServerRequest {
    static func readFile(at target: String) -> ServerRequest {
        ServerRequest(method: .get, target: target, headers: ["Accept": "*/*"])
    }

    /// `PUT`, on the condition that the file is the one of this tag, or that there is none (RFC 9110 §13.1).
    static func writeFile(_ bytes: [UInt8], at target: String, replacing eTag: String?, isNew: Bool) -> ServerRequest {
        var headers = ["Content-Type": "application/octet-stream"]
        if isNew { headers["If-None-Match"] = "*" } else if let eTag { headers["If-Match"] = eTag }
        return ServerRequest(method: .put, target: target, headers: headers, body: bytes)
    }

    /// What is in a folder: itself with depth 0, its files as well with depth 1 (RFC 4918 §9.1).
    static func list(_ target: String, depth: Int) -> ServerRequest {
        let body = """
            <?xml version="1.0"?><d:propfind xmlns:d="DAV:"><d:prop>\
            <d:resourcetype/><d:getcontenttype/><d:getlastmodified/></d:prop></d:propfind>
            """
        return ServerRequest(
            method: .findProperties, target: target,
            headers: ["Depth": String(depth), "Content-Type": "application/xml"], body: Array(body.utf8))
    }

    static func makeFolder(at target: String) -> ServerRequest {
        ServerRequest(method: .makeCollection, target: target)
    }

    /// `PATCH /drives/{id}` with one special folder (recording 087); it has to be an array
    /// (docs/server-behaviour.md §3.3).
    static func setSpecial(_ kind: SpecialFile, to fileID: String, of space: SpaceID) -> ServerRequest {
        var request = ServerRequest.edit(space, SpaceEdit())
        request.body = Array(
            """
            {"special":[{"specialFolder":{"name":"\(kind.rawValue)"},"id":\(DriveBody.quoted(fileID))}]}
            """.utf8)
        return request
    }
}
