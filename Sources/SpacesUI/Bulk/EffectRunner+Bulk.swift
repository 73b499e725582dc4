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
    /// What holds its requests up once one was refused as all would be.
    let gate = RequestGate()
}

/// Changes of many spaces. Their events belong to no session: who left the server is still told what came of them.
extension EffectRunner {
    func run(_ effect: BulkEffect, in session: Session) {
        switch effect {
        case .start(let number, let plan, let server): begin(number, plan, on: server, in: session)
        case .pause: activeRun?.progress.pause()
        case .resume:
            activeRun?.gate.open()
            work()
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
            var outcome: BulkOutcome
            var space: Space?
            do throws(SpacesFailure) {
                let answer = try await RequestGate.$current.withValue(run.gate) {
                    await Self.result(of: run.items[index], in: run.session)
                }.get()
                space = answer.space
                outcome = BulkOutcome(.done, answer.remark)
            } catch {
                // The program is being left: its file says that nobody knows.
                if error.kind == .cancelled { return }
                outcome = BulkOutcome(error.naming(run.items[index].space.name))
                // Who does it again starts from what is there.
                if case .conflict(let conflict) = error.kind { space = conflict.theirs }
                if case .changedMeanwhile(let now) = error.kind { space = now }
                // The others would fare alike: here and now, not when the screen has noticed.
                if outcome.isOffline {
                    run.progress.pause()
                    run.gate.close(for: error)
                }
                if outcome.isPutOff {
                    outcome = outcome.waitingAgain
                    run.progress.takeBack(index)
                }
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
}
