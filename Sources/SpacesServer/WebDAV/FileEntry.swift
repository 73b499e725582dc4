/// One file or folder in the answer to a PROPFIND.
struct FileEntry: Sendable {
    let id: String
    let spaceID: String
    let name: String
    let isFolder: Bool
    let size: Int64
    let mimeType: String
    let modified: Timestamp
    let eTag: String
}
