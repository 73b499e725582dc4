import Localization
import Foundation
import SpacesClient
import SpacesModel
import Synchronization

/// A run as those who work on it know it.
struct ActiveRun: Sendable {
    let number: Int
    let items: [BulkItem]
    let progress: BulkProgress
    let file: RunFile?
    let session: EffectRunner.Session
}

/// Changes of many spaces. Their events belong to no session: who left the server is still told what came of them.
extension EffectRunner {
    func run(_ effect: BulkEffect, in session: Session) {
        switch effect {
        case .start(let number, let plan, let server): begin(number, plan, on: server, in: session)
        case .pause: activeRun?.progress.pause()
        case .resume: work()
        case .stop:
            guard let run = activeRun else { return }
            run.progress.stop()
            // One that is paused has nobody left to notice.
            end(run)
        case .look(let number, let items):
            start {
                for (index, item) in items.sorted(by: { $0.key < $1.key }) {
                    let outcome = await Self.look(at: item, in: session)
                    session.inbox.post(.bulk(.settled(number: number, index: index, outcome, nil)))
                }
                session.inbox.post(.bulk(.lookedUp(number: number)))
            }
        // At once, so that it is gone even where the person quits with the next key.
        case .forget(let file): surroundings.runs.remove(file)
        case .recover(let server):
            start { session.post(.bulk(.recovered(self.surroundings.runs.leftOver(on: server)))) }
        case .save(let run):
            start {
                do throws(RunFailure) {
                    session.inbox.post(
                        .bulk(
                            .saved(
                                .success(try self.surroundings.runs.save(ResultTable.text(of: run), begun: run.begun))))
                    )
                } catch {
                    session.inbox.post(.bulk(.saved(.failure(error))))
                }
            }
        case .search(let text, let number):
            start {
                do throws(SpacesFailure) {
                    session.post(
                        .bulk(.found(.success(try await session.reached().people(matching: text)), number: number)))
                } catch {
                    session.post(.bulk(.found(.failure(error), number: number)))
                }
            }
        }
    }

    private func begin(_ number: Int, _ plan: BulkPlan, on server: String, in session: Session) {
        do throws(RunFailure) {
            let record = RunRecord.Plan(
                server: server, title: plan.title, begun: Date(), items: plan.items.map(RunRecord.Item.init))
            let file = try surroundings.runs.begin(record)
            setActive(
                ActiveRun(
                    number: number, items: plan.items,
                    progress: BulkProgress(count: plan.items.count, limit: session.profile.parallel), file: file,
                    session: session))
            if let file { session.inbox.post(.bulk(.recording(number: number, file: file.path))) }
            work()
        } catch {
            session.inbox.post(.bulk(.refused(number: number, reason: error.sentence)))
        }
    }

    /// Starts the workers that the run may have more of.
    private func work() {
        guard let run = activeRun else { return }
        for _ in 0..<run.progress.begin() {
            start(isChange: true) { await self.work(on: run) }
        }
    }

    private func work(on run: ActiveRun) async {
        while !Task.isCancelled, let index = run.progress.next() {
            do throws(RunFailure) {
                try run.file?.note(RunRecord(sending: index))
            } catch {
                // What cannot be written down is not done.
                run.progress.stop()
                post(.settled(number: run.number, index: index, BulkOutcome(.failed, error.sentence), nil), of: run)
                continue
            }
            post(.sending(number: run.number, index: index), of: run)
            let outcome: BulkOutcome
            var space: Space?
            do throws(SpacesFailure) {
                space = try await Self.result(of: run.items[index], in: run.session).get()
                outcome = .done
            } catch {
                // The program is being left: its file says that nobody knows.
                if error.kind == .cancelled { return }
                outcome = BulkOutcome(error.naming(run.items[index].space.name))
                // Who does it again starts from what is there.
                if case .conflict(let conflict) = error.kind { space = conflict.theirs }
                if case .changedMeanwhile(let now) = error.kind { space = now }
                // The others would fare alike: here and now, not when the screen has noticed.
                if outcome.isOffline { run.progress.pause() }
            }
            do throws(RunFailure) {
                try run.file?.note(RunRecord(settled: RunRecord.Settled(index, outcome)))
            } catch {
                run.progress.stop()
            }
            post(.settled(number: run.number, index: index, outcome, space), of: run)
        }
        end(run)
    }

    private func end(_ run: ActiveRun) {
        guard run.progress.hasJustEnded() else { return }
        do throws(RunFailure) {
            try run.file?.note(RunRecord(ended: true))
        } catch {
            // The items are written down; that no other follows is seen at the next start as well.
        }
        post(.ended(number: run.number), of: run)
    }

    private func post(_ event: BulkEvent, of run: ActiveRun) {
        run.session.inbox.post(.bulk(event))
    }

    /// Carries an item out under the name that the journal is to know its space by.
    private static func result(of item: BulkItem, in session: Session) async -> Result<Space?, SpacesFailure> {
        await JournalRecorder.$spaceName.withValue(item.space.name) {
            do throws(SpacesFailure) { return .success(try await carryOut(item, in: session)) } catch {
                return .failure(error)
            }
        }
    }

    /// Reads the space again, compares it with what the person saw, and changes it.
    private static func carryOut(_ item: BulkItem, in session: Session) async throws(SpacesFailure) -> Space? {
        let service = try session.writable()
        switch item.step {
        case .edit(let edit): return try await service.edit(edit, startingFrom: item.space)
        case .disable:
            try await service.disable(item.space)
            return item.space.disabled
        case .restore: return try await service.restore(item.space)
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
            _ = try await service.invite(invitation, to: item.space.id)
        case .remove(let member):
            let listing = try await service.members(of: item.space.id)
            guard let now = listing.members.first(where: { $0.grantID == member.grantID }) else { return nil }
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
            try await service.remove(now, from: item.space.id)
        }
        return nil
    }

    /// How things are with an item of which nobody knows what came.
    private static func look(at item: BulkItem, in session: Session) async -> BulkOutcome {
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
                let isUntouched = SpaceField.allCases.allSatisfy { edit[$0] == nil || now[$0] == item.space[$0] }
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
}

extension EffectRunner {
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
