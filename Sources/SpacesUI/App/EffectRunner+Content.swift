import Images
import SpacesClient
import SpacesModel

/// Readme and image of a space.
extension EffectRunner {
    func loadReadme(of space: Space) async {
        do throws(SpacesFailure) {
            let content = try await service.read(.readme, of: space)
            inbox.post(.readmeLoaded(space, .success(Readme(content))))
        } catch {
            if error.kind != .cancelled { inbox.post(.readmeLoaded(space, .failure(error))) }
        }
    }

    func loadImage(of space: Space) async {
        let content: FileContent
        do throws(SpacesFailure) {
            content = try await service.read(.image, of: space)
        } catch {
            inbox.post(.imageLoaded(space.id, .failure(error)))
            return
        }
        do throws(PixelImage.Failure) {
            inbox.post(.imageLoaded(space.id, .success(.picture(try PixelImage(decoding: content.bytes)))))
        } catch {
            inbox.post(.imageLoaded(space.id, .success(.failed(error.sentence(about: content)))))
        }
    }

    /// Reads the readme as it is now and puts it into a draft; where there is none, a first line is proposed.
    func openDraft(of space: Space) async {
        inbox.post(.draftOpened(space, await draft(of: space)))
    }

    private func draft(of space: Space) async -> Result<Draft, DraftFailure> {
        var base: FileContent?
        if space.special(.readme) != nil {
            do throws(SpacesFailure) {
                base = try await service.read(.readme, of: space)
            } catch {
                return .failure(DraftFailure(error.naming(space.name).sentence))
            }
        }
        do throws(DraftFailure) {
            let text = base?.bytes ?? Array("# \(space.name)\n".utf8)
            return .success(try drafts.make(text, for: space, replacing: base))
        } catch {
            return .failure(error)
        }
    }

    /// Uploads a draft whose text changed, over what is known to be there.
    func store(_ draft: Draft, over base: FileContent?) async {
        inbox.post(.draftStored(draft, await stored(draft, over: base)))
    }

    private func stored(_ draft: Draft, over base: FileContent?) async -> DraftResult {
        let text: [UInt8]
        do throws(DraftFailure) {
            text = try drafts.text(of: draft)
        } catch {
            return .failed(error.sentence)
        }
        if text == draft.original {
            remove(draft)
            return .unchanged
        }
        do throws(SpacesFailure) {
            switch try await service.saveReadme(text, of: draft.space, replacing: base) {
            case .saved(let space, _):
                remove(draft)
                return .stored(space)
            case .changed(let theirs):
                return .conflict(DraftConflict(draft: draft, theirs: theirs, mine: text))
            }
        } catch {
            return .failed(error.naming(draft.space.name).sentence)
        }
    }

    func remove(_ draft: Draft) {
        if !drafts.remove(draft) {
            inbox.post(.draftLeft(path: draft.path))
        }
    }
}
