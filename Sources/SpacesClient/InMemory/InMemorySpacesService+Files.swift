package import SpacesModel

extension InMemorySpacesService {
    package func read(_ kind: SpecialFile, of space: Space) async throws(SpacesFailure) -> FileContent? {
        try begin(.readFile(kind, space.id))
        let content = files[space.id]?[kind]
        let isKnown = space.special(kind) == nil && stored.contains { $0.id == space.id && !$0.isDisabled }
        guard content != nil || isKnown else { throw .missing(.readFile(kind, name: space.name)) }
        return content
    }

    package func write(
        _ bytes: [UInt8], as kind: SpecialFile, of space: Space, replacing base: FileContent?
    ) async throws(SpacesFailure) -> FileWriteOutcome {
        try begin(.writeFile(kind, space.id))
        let now = files[space.id]?[kind]
        guard stored.contains(where: { $0.id == space.id }) else { throw .missing(.writeFile(kind, name: space.name)) }
        guard now.isSame(as: base) else { return .changed(now) }
        putFile(bytes, as: kind, of: space.id)
        return .written(eTag: files[space.id]?[kind]?.eTag, id: "\(space.id.rawValue)!\(kind.rawValue)")
    }

    package func setSpecial(
        _ kind: SpecialFile, to fileID: String, of space: Space
    ) async throws(SpacesFailure) -> Space {
        try begin(.setSpecial(kind, space.id))
        let size = files[space.id]?[kind].map { ByteCount(Int64($0.bytes.count)) }
        return try change(space.id, .setSpecial(kind, name: space.name)) {
            $0.special.removeAll { $0.folder == kind.rawValue }
            $0.special.append(.init(folder: kind.rawValue, id: fileID, name: kind.defaultName, size: size))
        }
    }
}
