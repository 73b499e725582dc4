import Localization
import SpacesClient
import SpacesModel

/// The readme of a space while it is being edited.
extension EffectRunner {
    /// Reads the readme as it is now and puts it into a draft; where there is really none, a first line is proposed.
    func openDraft(of space: Space, in session: Session) async {
        session.post(.draftOpened(space, await draft(of: space, in: session)))
    }

    private func draft(of space: Space, in session: Session) async -> Result<Draft, DraftFailure> {
        let base: FileContent?
        do throws(SpacesFailure) {
            base = try await session.reached().read(.readme, of: space)
        } catch {
            return .failure(DraftFailure(error.naming(space.name).sentence))
        }
        do throws(DraftFailure) {
            let text = base?.bytes ?? Array("# \(space.name)\n".utf8)
            return .success(try surroundings.drafts.make(text, for: space, replacing: base))
        } catch {
            return .failure(error)
        }
    }

    /// Uploads a draft whose text changed, over what is known to be there.
    ///
    /// Where the person has left the server meanwhile, only what must not be lost is told: that the text lies in its file.
    func store(_ draft: Draft, over base: FileContent?, in session: Session) async {
        let result = await stored(draft, over: base, in: session)
        let late: DraftResult? =
            switch result {
            case .failed: result
            case .conflict:
                .failed(localized("The readme of \(draft.space.name) was changed by someone else meanwhile."))
            case .stored, .unchanged, .dropped: nil
            }
        session.post(.draftStored(draft, result), late: late.map { .draftStored(draft, $0) })
    }

    private func stored(
        _ draft: Draft, over base: FileContent?, in session: Session
    ) async -> DraftResult {
        let text: [UInt8]
        do throws(DraftFailure) {
            guard let left = try surroundings.drafts.text(of: draft) else {
                return dropped(
                    draft, localized("\(draft.editorName) deleted its file; nothing was saved."), in: session)
            }
            text = left
        } catch {
            return .failed(error.sentence)
        }
        if text == draft.original {
            remove(draft, in: session)
            return .unchanged
        }
        // Where an editor failed on a full disk, nobody meant to empty the readme.
        if text.isEmpty {
            return dropped(
                draft, localized("The text is empty, so nothing was saved. A blank line in it empties a readme."),
                in: session)
        }
        do throws(SpacesFailure) {
            switch try await session.writable().saveReadme(text, of: draft.space, replacing: base) {
            case .saved(let space, let content):
                remove(draft, in: session)
                return .stored(space, Readme(content))
            case .changed(let theirs):
                return .conflict(DraftConflict(draft: draft, theirs: theirs, mine: text))
            }
        } catch {
            return .failed(error.naming(draft.space.name).sentence)
        }
    }

    /// Keeps a draft that is not to be uploaded, unless nothing was typed.
    func putAside(_ draft: Draft, _ reason: String, in session: Session) -> DraftResult {
        do throws(DraftFailure) {
            let text = try surroundings.drafts.text(of: draft)
            if text == nil || text == draft.original || text == [] { return dropped(draft, reason, in: session) }
        } catch {
            // What cannot be read is the person's all the same.
        }
        return .failed(reason)
    }

    /// Removes a draft in which nothing is, unless the editor left something beside it that may be what was typed.
    private func dropped(_ draft: Draft, _ reason: String, in session: Session) -> DraftResult {
        if surroundings.drafts.hasOthers(beside: draft) {
            return .dropped(
                localized("\(reason) What the editor left is beside \(draft.path)"))
        }
        remove(draft, in: session)
        return .dropped(reason)
    }

    func remove(_ draft: Draft, in session: Session) {
        if !surroundings.drafts.remove(draft) {
            session.post(.draftLeft(path: draft.path))
        }
    }
}
