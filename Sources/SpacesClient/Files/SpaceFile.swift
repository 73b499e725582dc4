import Localization
package import SpacesModel

/// A file in a space, and where it is reached over WebDAV (RFC 4918).
package struct SpaceFile: Hashable, Sendable {
    package var space: SpaceID
    /// The names from the top folder of the space down to the file.
    package var path: [String]
    /// Where the server says that it is; followed only below the server's own address.
    package var address: String?

    package init(space: SpaceID, path: [String], address: String? = nil) {
        self.space = space
        self.path = path
        self.address = address
    }
}

/// A file as it was read.
package struct FileContent: Equatable, Sendable {
    package var bytes: [UInt8]
    /// Tells this content from every other of the file; `nil` where the server sent none.
    package var eTag: String?
    /// The media type in lower case, without parameters.
    package var mediaType: String?

    package init(bytes: [UInt8], eTag: String? = nil, mediaType: String? = nil) {
        self.bytes = bytes
        self.eTag = eTag
        self.mediaType = mediaType
    }
}

/// What became of writing a file.
package enum FileWriteOutcome: Equatable, Sendable {
    /// It was stored; `id` is that of the file as the space's `special` names it.
    case written(eTag: String?, id: String?)
    /// Nothing was written: the file is not what it was when the change began. `nil` when it is gone.
    case changed(FileContent?)
}

/// The files that have a meaning for a space (`special`, docs/server-behaviour.md §4.5).
package enum SpecialFile: String, Sendable, CaseIterable {
    case readme, image

    /// The word for it in a sentence.
    var label: String {
        switch self {
        case .readme: localized("readme")
        case .image: localized("image")
        }
    }

    /// The most bytes that are read: nobody reads a longer text in a terminal, nor sees more of a picture.
    package var largest: ByteCount {
        switch self {
        case .readme: ByteCount(256 << 10)
        case .image: ByteCount(10 << 20)
        }
    }

    /// The folder of a space that they lie in.
    static let folder = ".space"

    /// The name of a file that is to be made, as the template of servers has it (recording 020).
    var defaultName: String {
        switch self {
        case .readme: "readme.md"
        case .image: "image.png"
        }
    }
}

extension Space {
    /// The readme or the image as the server tells of it; `nil` where there is none.
    package func special(_ kind: SpecialFile) -> SpecialItem? {
        special.first { $0.folder == kind.rawValue }
    }

    /// Where the readme or the image is, or would be made.
    package func file(_ kind: SpecialFile) -> SpaceFile {
        if let item = special(kind) {
            return SpaceFile(space: id, path: [SpecialFile.folder, item.name], address: item.webDavURL)
        }
        return file(at: [SpecialFile.folder, kind.defaultName])
    }

    /// A file or folder of the space by the names that lead to it; none for its top folder.
    func file(at path: [String]) -> SpaceFile {
        SpaceFile(
            space: id, path: path,
            address: root?.webDavURL.map { ([$0] + path.map(PercentEncoding.segment)).joined(separator: "/") })
    }
}
