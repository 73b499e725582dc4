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
    /// How full the space is that it lies in.
    let quota: SpaceUsage
    let isWritable: Bool

    /// What the caller may do, in the letters of ownCloud's clients: delete, rename, move, write, create in it.
    var permissions: String {
        if !isWritable { return "" }
        return isFolder ? "DNVCK" : "DNVW"
    }
}
