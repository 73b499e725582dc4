import HTTPTypes

extension HTTPField.Name {
    /// The classes of WebDAV that the server is of (RFC 4918 §10.1).
    static let dav = HTTPField.Name("DAV") ?? .server
    static let contentTypeOptions = HTTPField.Name("X-Content-Type-Options") ?? .server
    /// Id and version of a file, by the names that clients of ownCloud look for.
    static let fileID = HTTPField.Name("OC-FileId") ?? .server
    static let ownCloudETag = HTTPField.Name("OC-ETag") ?? .server
    /// Says that the date which came with an upload was kept.
    static let modificationTime = HTTPField.Name("X-OC-Mtime") ?? .server
}
