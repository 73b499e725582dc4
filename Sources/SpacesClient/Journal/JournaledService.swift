package import SpacesModel

/// A service whose changes are written down in a journal, whoever asks for them; what only reads passes through.
package struct JournaledService: SpacesService {
    let service: any SpacesService
    let recorder: JournalRecorder

    package init(_ service: any SpacesService, recorder: JournalRecorder) {
        self.service = service
        self.recorder = recorder
    }

    // MARK: Reading

    package func spaces(
        _ query: SpaceQuery, onProgress: (@Sendable (Int) -> Void)?
    ) async throws(SpacesFailure) -> SpaceListing {
        try await service.spaces(query, onProgress: onProgress)
    }

    package func space(_ id: SpaceID) async throws(SpacesFailure) -> Space { try await service.space(id) }

    package func document(of id: SpaceID) async throws(SpacesFailure) -> [UInt8] {
        try await service.document(of: id)
    }

    package func account() async throws(SpacesFailure) -> Account {
        let account = try await service.account()
        recorder.learn(account)
        return account
    }

    package func permissions(of account: Account) async throws(SpacesFailure) -> Permissions {
        try await service.permissions(of: account)
    }

    package func follow(_ tell: @escaping @Sendable (ServerEvent) -> Void) async throws(SpacesFailure) {
        try await service.follow(tell)
    }

    package func capabilities() async throws(SpacesFailure) -> ServerCapabilities { try await service.capabilities() }

    // MARK: Changing

    package func create(_ draft: SpaceDraft, besides namesakes: Set<SpaceID>) async throws(SpacesFailure) -> Space {
        let wanted = draft.wanted
        return try await recorder.record(
            .create, id: nil, name: draft.name, wanted.journaled(startingFrom: nil),
            outcome: { (.done, $0.id, nil) }, stored: { wanted.journaled(startingFrom: nil, stored: $0) }
        ) { () async throws(SpacesFailure) in
            try await service.create(draft, besides: namesakes)
        }
    }

    package func edit(_ edit: SpaceEdit, startingFrom base: Space) async throws(SpacesFailure) -> Space {
        try await recorder.record(
            .edit, id: base.id, name: base.name, edit.journaled(startingFrom: base),
            stored: { edit.journaled(startingFrom: base, stored: $0) }
        ) {
            () async throws(SpacesFailure) in try await service.edit(edit, startingFrom: base)
        }
    }

    package func disable(_ seen: Space) async throws(SpacesFailure) {
        try await recorder.record(.disable, id: seen.id, name: seen.name, [.state("enabled", "disabled")]) {
            () async throws(SpacesFailure) in try await service.disable(seen)
        }
    }

    package func restore(_ seen: Space) async throws(SpacesFailure) -> Space {
        try await recorder.record(.restore, id: seen.id, name: seen.name, [.state("disabled", "enabled")]) {
            () async throws(SpacesFailure) in try await service.restore(seen)
        }
    }

    package func purge(_ seen: Space) async throws(SpacesFailure) {
        try await recorder.record(.purge, id: seen.id, name: seen.name, [.state("disabled", nil)]) {
            () async throws(SpacesFailure) in try await service.purge(seen)
        }
    }
}

extension JournalEntry.FieldChange {
    /// Of the state of a space; `nil` for one that is gone.
    fileprivate static func state(_ before: String, _ after: String?) -> JournalEntry.FieldChange {
        .init("state", before: before, after: after ?? "purged")
    }
}

extension SpaceEdit {
    /// What changes, field by field, as people read it: as it is wanted, or as the server stored it.
    fileprivate func journaled(startingFrom base: Space?, stored: Space? = nil) -> [JournalEntry.FieldChange] {
        SpaceField.allCases.compactMap { field in
            self[field].map { wanted in
                .init(
                    field.rawValue, before: base.flatMap { $0[field].formatted },
                    after: (stored?[field] ?? wanted).formatted ?? wanted.formatted)
            }
        }
    }
}

extension FieldValue {
    fileprivate var formatted: String? {
        switch self {
        case .text(let text): text
        case .limit(let limit): limit?.formatted
        }
    }
}
