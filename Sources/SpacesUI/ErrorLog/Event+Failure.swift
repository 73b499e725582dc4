import Foundation
import SpacesClient
import SpacesModel

extension Event {
    /// What went wrong, where this event tells of it; what the person gave up did not.
    func failure(at time: Date) -> ErrorLog.Failure? {
        if let sentence { return ErrorLog.Failure(time: time, sentence: sentence) }
        guard let failure = spacesFailure, failure.kind != .cancelled else { return nil }
        return ErrorLog.Failure(
            time: time, sentence: failure.sentence, cause: failure.cause, requestID: failure.requestID)
    }

    /// Why the person has to sign in again, where this event tells of it; of what is only looked at beside the list a refusal
    /// says nothing about the rest, nor does one of another server.
    func endOfSignIn(generation: Int) -> SpacesFailure? {
        switch self {
        case .readmeLoaded, .imageLoaded, .accountFailed, .changeFinishedElsewhere: return nil
        case .loadFailed(_, let asked) where asked != generation: return nil
        default: break
        }
        return spacesFailure.flatMap { $0.kind == .notAuthenticated ? $0 : nil }
    }

    private var spacesFailure: SpacesFailure? {
        switch self {
        case .loadFailed(let failure, _), .accountFailed(let failure), .connectFailed(let failure): failure
        case .changeFinished(let change, .failure(let failure)),
            .changeFinishedElsewhere(let change, _, .failure(let failure)):
            failure.naming(change.name)
        case .members(.loaded(.failure(let failure), _, _)), .members(.found(.failure(let failure), _)): failure
        case .members(.answered(let change, .failed(let failure))): failure.naming(change.spaceName)
        case .readmeLoaded(let space, .failure(let failure)): failure.naming(space.name)
        case .imageLoaded(_, .failure(let failure)): failure
        default: nil
        }
    }

    /// The sentence of what failed on this machine.
    private var sentence: String? {
        switch self {
        case .draftOpened(_, .failure(let failure)): failure.sentence
        case .draftStored(_, .failed(let sentence)): sentence
        case .journalFailed(let failure), .journalRead(.failure(let failure)): failure.sentence
        default: nil
        }
    }
}
