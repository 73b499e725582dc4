package import SpacesModel

extension JournaledService {
    package func read(_ kind: SpecialFile, of space: Space) async throws(SpacesFailure) -> FileContent? {
        try await service.read(kind, of: space)
    }

    package func write(
        _ bytes: [UInt8], as kind: SpecialFile, of space: Space, replacing base: FileContent?
    ) async throws(SpacesFailure) -> FileWriteOutcome {
        func size(_ count: Int) -> String { ByteCount(Int64(count)).formatted() }
        let change = JournalEntry.FieldChange(
            kind.rawValue, before: base.map { size($0.bytes.count) }, after: size(bytes.count))
        return try await recorder.record(.readme, id: space.id, name: space.name, [change]) { outcome in
            switch outcome {
            case .written: (.done, nil, nil)
            case .changed: (.notDone, nil, "Someone else changed it meanwhile; nothing was written.")
            }
        } _: { () async throws(SpacesFailure) in
            try await service.write(bytes, as: kind, of: space, replacing: base)
        }
    }

    package func setSpecial(
        _ kind: SpecialFile, to fileID: String, of space: Space
    ) async throws(SpacesFailure) -> Space {
        let change = JournalEntry.FieldChange(
            "file of the \(kind.rawValue)", before: space.special(kind)?.id, after: fileID)
        return try await recorder.record(.readme, id: space.id, name: space.name, [change]) {
            () async throws(SpacesFailure) in try await service.setSpecial(kind, to: fileID, of: space)
        }
    }
}
