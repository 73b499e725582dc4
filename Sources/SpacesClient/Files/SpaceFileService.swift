package import SpacesModel

/// The files of spaces, as far as the program reads and writes them: over WebDAV, or in memory for tests.
package protocol SpaceFileService: Sendable {
    /// Reads a special file of a space, also where the server does not name it although it is there; `nil` where there is
    /// none. One that is larger than `SpecialFile.largest` is refused.
    func read(_ kind: SpecialFile, of space: Space) async throws(SpacesFailure) -> FileContent?
    /// Writes a special file, unless it is no longer what it was: `base` as it was read, `nil` for a file that is new.
    ///
    /// Servers may ignore conditions, so the file is compared before it is sent, and sent with a condition as well.
    func write(
        _ bytes: [UInt8], as kind: SpecialFile, of space: Space, replacing base: FileContent?
    ) async throws(SpacesFailure) -> FileWriteOutcome
    /// Makes a file the readme or the image of a space, and returns the space as the server stored it.
    func setSpecial(_ kind: SpecialFile, to fileID: String, of space: Space) async throws(SpacesFailure) -> Space
}

/// What became of saving a readme.
package enum ReadmeOutcome: Equatable, Sendable {
    /// It is stored; the space is as the server tells it now.
    case saved(Space, FileContent)
    /// Someone else changed it meanwhile, so nothing was written; `nil` when it is gone.
    case changed(FileContent?)
}

extension SpacesService {
    /// Stores the text of a readme; one that the server does not name becomes the readme of its space.
    package func saveReadme(
        _ bytes: [UInt8], of space: Space, replacing base: FileContent?
    ) async throws(SpacesFailure) -> ReadmeOutcome {
        switch try await write(bytes, as: .readme, of: space, replacing: base) {
        case .changed(let theirs): return .changed(theirs)
        case .written(let eTag, let id):
            let content = FileContent(bytes: bytes, eTag: eTag, mediaType: "text/markdown")
            if space.special(.readme) == nil, let id {
                return .saved(try await setSpecial(.readme, to: id, of: space), content)
            }
            // It is saved; that the space cannot be read just now would say nothing about that.
            do throws(SpacesFailure) {
                return .saved(try await self.space(space.id).knowing(content, as: .readme), content)
            } catch {
                return .saved(space.knowing(content, as: .readme), content)
            }
        }
    }
}

extension Space {
    /// The space with what the answer to an upload told of a special file: servers go on to tell the earlier one for a minute
    /// (docs/server-behaviour.md §4.5).
    fileprivate func knowing(_ content: FileContent, as kind: SpecialFile) -> Space {
        var space = self
        guard let index = special.firstIndex(where: { $0.folder == kind.rawValue }), let eTag = content.eTag,
            special[index].eTag != eTag
        else { return space }
        space.special[index].eTag = eTag
        space.special[index].size = ByteCount(Int64(content.bytes.count))
        space.special[index].modified = nil
        return space
    }
}
