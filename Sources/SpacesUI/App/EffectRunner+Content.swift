import Localization
import Images
import SpacesClient
import SpacesModel

/// Readme and image of a space.
extension EffectRunner {
    static func loadReadme(of space: Space, in session: Session) async {
        do throws(SpacesFailure) {
            let content = try await session.reached().read(.readme, of: space)
            session.post(.readmeLoaded(space, .success(content.map(Readme.init))))
        } catch {
            if error.kind != .cancelled { session.post(.readmeLoaded(space, .failure(error))) }
        }
    }

    static func loadDocument(of space: Space, in session: Session) async {
        do throws(SpacesFailure) {
            let answer = try await session.reached().document(of: space.id)
            session.post(.documentLoaded(space, .success(SpaceDocument.lines(of: answer))))
        } catch {
            session.post(.documentLoaded(space, .failure(error)))
        }
    }

    static func loadImage(of space: Space, in session: Session) async {
        let content: FileContent
        do throws(SpacesFailure) {
            guard let image = try await session.reached().read(.image, of: space) else {
                session.post(.imageLoaded(space.id, .success(.failed(localized("\(space.name) has no image.")))))
                return
            }
            content = image
        } catch {
            session.post(.imageLoaded(space.id, .failure(error)))
            return
        }
        do throws(PixelImage.Failure) {
            session.post(.imageLoaded(space.id, .success(.picture(try PixelImage(decoding: content.bytes)))))
        } catch {
            session.post(.imageLoaded(space.id, .success(.failed(error.sentence(about: content)))))
        }
    }

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
            case .stored, .unchanged: nil
            }
        session.post(.draftStored(draft, result), late: late.map { .draftStored(draft, $0) })
    }

    private func stored(
        _ draft: Draft, over base: FileContent?, in session: Session
    ) async -> DraftResult {
        let text: [UInt8]
        do throws(DraftFailure) {
            text = try surroundings.drafts.text(of: draft)
        } catch {
            return .failed(error.sentence)
        }
        if text == draft.original {
            remove(draft, in: session)
            return .unchanged
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

    func remove(_ draft: Draft, in session: Session) {
        if !surroundings.drafts.remove(draft) {
            session.post(.draftLeft(path: draft.path))
        }
    }
}
