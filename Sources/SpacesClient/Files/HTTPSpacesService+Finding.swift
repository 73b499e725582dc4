import Foundation
import Localization
import SpacesModel

/// Files that have a meaning for a space and that the server does not name.
///
/// That a drive names no readme or image is no proof that there is none: after a change by an admin who is no member, a
/// server leaves both out for a minute, for everybody. So the folder is looked into before anybody believes it.
extension HTTPSpacesService {
    /// Where a file that the server does not name lies, or would lie; `nil` where there can be none.
    ///
    /// A readme always has the same name. An image is called as it was when it was uploaded: it is the newest one of the
    /// folder, which the web puts every new one into.
    func place(
        ofUnnamed kind: SpecialFile, in space: Space, _ operation: Operation
    ) async throws(SpacesFailure) -> SpaceFile? {
        switch kind {
        case .readme: return space.file(kind)
        case .image:
            let folder = connection.address.target(of: space.file(at: [SpecialFile.folder]))
            guard let listing = try await listing(of: folder, depth: 1, operation) else { return nil }
            let images = listing.entries.filter { $0.mediaType.hasPrefix("image/") && $0.name != nil }
            let newest = images.max { ($0.modified ?? .distantPast) < ($1.modified ?? .distantPast) }
            return newest?.name.map { space.file(at: [SpecialFile.folder, $0]) }
        }
    }

    /// Makes sure that a file which is not there is missing by itself, not because the account reaches nothing in the
    /// space: servers answer both alike.
    func checkReached(_ space: Space, _ operation: Operation) async throws(SpacesFailure) {
        let target = connection.address.target(of: space.file(at: []))
        if try await listing(of: target, depth: 0, operation) != nil { return }
        throw .make(
            operation, operation.isWrite ? .goneOrNotAllowed : .notFound,
            reason: localized("the space is gone, or this account does not reach what is in it"),
            advice: localized("Ask a manager of the space."), details: .init(status: 404))
    }

    /// What is in a folder, or `nil` where there is none.
    private func listing(
        of target: String, depth: Int, _ operation: Operation
    ) async throws(SpacesFailure) -> Multistatus? {
        let answer = try await transport.collected(
            await transport.send(.list(target, depth: depth), operation), operation)
        switch answer.status {
        case 207: return Multistatus(answer.body)
        case 404: return nil
        default: throw .fileAnswered(operation, answer, by: connection)
        }
    }
}
