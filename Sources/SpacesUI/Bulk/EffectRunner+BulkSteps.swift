import Localization
import Foundation
import SpacesClient
import SpacesModel
import Texts

/// One space of a run: what is sent, and how things are where nobody knows what came of it.
extension EffectRunner {
    /// What the server answered to an item.
    struct BulkAnswer: Sendable {
        /// The space as it is now, where the answer tells it.
        var space: Space?
        /// What was stored otherwise than it was asked for; empty where nothing was.
        var remark = ""
    }

    /// Carries an item out under the name that the journal is to know its space by.
    static func result(of item: BulkItem, in session: Session) async -> Result<BulkAnswer, SpacesFailure> {
        await JournalRecorder.$spaceName.withValue(item.space.name) {
            do throws(SpacesFailure) { return .success(try await carryOut(item, in: session)) } catch {
                return .failure(error)
            }
        }
    }

    /// Reads the space again, compares it with what the person saw, and changes it.
    private static func carryOut(_ item: BulkItem, in session: Session) async throws(SpacesFailure) -> BulkAnswer {
        let service = try session.writable()
        switch item.step {
        case .edit(let edit):
            let space = try await service.edit(edit, startingFrom: item.space)
            return BulkAnswer(space: space, remark: await remark(on: edit, storedAs: space, service))
        case .disable:
            try await service.disable(item.space)
            return BulkAnswer(space: item.space.disabled)
        case .restore: return BulkAnswer(space: try await service.restore(item.space))
        case .purge: try await service.purge(item.space)
        case .invite(let invitation):
            let listing = try await service.members(of: item.space.id)
            if let now = listing.members.first(where: { $0.grantID == invitation.identity.grantID }) {
                throw SpacesFailure(
                    kind: .refused,
                    sentence: localized(
                        """
                        \(invitation.identity.shownName) was made a member of \(item.space.name) meanwhile, as \
                        \(now.role.label); nothing was sent.
                        """))
            }
            if listing.members.wouldEndManagement(invitation, at: Date()) {
                throw SpacesFailure(
                    kind: .refused,
                    sentence: localized(
                        """
                        \(invitation.identity.shownName) would be the last manager of \(item.space.name), who cannot \
                        have an end; nothing was sent.
                        """))
            }
            let stored = try await service.invite(invitation, to: item.space.id)
            if invitation.expires != nil, stored.expires == nil {
                return BulkAnswer(remark: localized("Stored: without an end."))
            }
        case .remove(let member):
            let listing = try await service.members(of: item.space.id)
            guard let now = listing.members.first(where: { $0.grantID == member.grantID }) else { return BulkAnswer() }
            guard now.role == member.role else {
                throw SpacesFailure(
                    kind: .refused,
                    sentence:
                        localized(
                            """
                            \(member.identity.shownName) was given another role in \(item.space.name) meanwhile; \
                            nothing was sent.
                            """))
            }
            if let refusal = listing.members.refusalToRemove(now, at: .distantPast) {
                throw SpacesFailure(kind: .refused, sentence: refusal)
            }
            try await service.remove(now, from: item.space.id)
        }
        return BulkAnswer()
    }

    /// What a space has otherwise than an edit wanted it.
    private static func remark(
        on edit: SpaceEdit, storedAs space: Space, _ service: any SpacesService
    ) async -> String {
        let missing = edit.missing(in: space)
        if missing.isEmpty { return "" }
        var maximum: ByteCount?
        if missing.contains(.quota) {
            do throws(SpacesFailure) { maximum = try await service.capabilities().maximumQuota } catch {
                // The two quotas say enough.
            }
        }
        let differences = edit.differences(in: space, maximum: maximum)
        return localized("Stored: \(differences.joined(separator: ", ")).")
    }

    /// How things are with an item of which nobody knows what came.
    static func look(at item: BulkItem, in session: Session) async -> BulkOutcome {
        do throws(SpacesFailure) {
            let service = try session.reached()
            if case .purge = item.step { return await lookForGone(item, service) }
            if case .invite(let invitation) = item.step {
                let listing = try await service.members(of: item.space.id)
                return .looked(listing.members.contains { $0.grantID == invitation.identity.grantID })
            }
            if case .remove(let member) = item.step {
                let listing = try await service.members(of: item.space.id)
                return .looked(!listing.members.contains { $0.grantID == member.grantID })
            }
            let now = try await service.space(item.space.id)
            switch item.step {
            case .edit(let edit):
                if edit.isDone(in: now) { return .looked(true) }
                var seen = now
                // What was written down has signs; so has what it is compared with.
                if item.refusal != nil { seen.name = Sign.shown(now.name) }
                let isUntouched = SpaceField.allCases.allSatisfy { edit[$0] == nil || seen[$0] == item.space[$0] }
                return isUntouched
                    ? .looked(false)
                    : BulkOutcome(.failed, localized("Looked up: someone else changed it; it is not as it was."))
            case .disable: return .looked(now.isDisabled)
            default: return .looked(!now.isDisabled)
            }
        } catch {
            return BulkOutcome(
                .unknown, error.sentence, status: error.status, code: error.code, message: error.message,
                requestID: error.requestID)
        }
    }

    private static func lookForGone(_ item: BulkItem, _ service: any SpacesService) async -> BulkOutcome {
        do throws(SpacesFailure) {
            _ = try await service.space(item.space.id)
            return .looked(false)
        } catch {
            // Only the server's own words say that it is gone, and only to who would see it if it were there.
            if error.kind == .notFound, error.code != nil, await seesAllSpaces(service) { return .looked(true) }
            return BulkOutcome(.unknown, error.sentence, status: error.status, requestID: error.requestID)
        }
    }

    /// Whether a space that is there would be seen, whoever its members are.
    private static func seesAllSpaces(_ service: any SpacesService) async -> Bool {
        do throws(SpacesFailure) {
            return try await service.permissions(of: service.account()).contains(.listAll)
        } catch {
            return false
        }
    }
}

extension BulkOutcome {
    /// What reading the space again told.
    fileprivate static func looked(_ isDone: Bool) -> BulkOutcome {
        BulkOutcome(
            isDone ? .done : .failed,
            isDone ? localized("Looked up: it is done.") : localized("Looked up: it was not done."))
    }
}
