package import SpacesClient
import SpacesModel
import Synchronization

/// Does what the state asked for, in the background, and posts what came of it.
package final class EffectRunner: Sendable {
    let service: any SpacesService
    let inbox: Inbox
    let drafts: Drafts
    private let running = Mutex<Running>(Running())

    private struct Running {
        var load: Task<Void, Never>?
        var readme: Task<Void, Never>?
        var tasks: [Int: Task<Void, Never>] = [:]
        var next = 0
    }

    /// `drafts` knows where readmes are edited, and with what.
    package init(service: any SpacesService, inbox: Inbox, drafts: Drafts = Drafts(environment: [:])) {
        self.drafts = drafts
        self.service = service
        self.inbox = inbox
    }

    package func run(_ effect: Effect) {
        switch effect {
        case .loadSpaces(let generation, let scope):
            let task = start { await self.load(scope, generation: generation) }
            let earlier = running.withLock { running in
                defer { running.load = task }
                return running.load
            }
            earlier?.cancel()
        case .cancelLoading: running.withLock { $0.load }?.cancel()
        case .loadAccount: start { await self.loadAccount() }
        case .index(let spaces, let generation):
            start { self.inbox.post(.spacesIndexed(SpaceCatalog(spaces), generation: generation)) }
        case .send(let change): start { self.inbox.post(.changeFinished(change, await self.send(change))) }
        case .loadReadme(let space):
            let task = start { await self.loadReadme(of: space) }
            let earlier = running.withLock { running in
                defer { running.readme = task }
                return running.readme
            }
            earlier?.cancel()
        case .loadImage(let space): start { await self.loadImage(of: space) }
        case .openDraft(let space): start { await self.openDraft(of: space) }
        case .storeDraft(let draft, let base): start { await self.store(draft, over: base) }
        case .removeDraft(let draft): start { self.remove(draft) }
        case .edit, .quit, .suspend, .redraw: break
        }
    }

    /// Ends all work; nothing is posted any more that matters.
    package func cancelAll() {
        running.withLock { running in
            for task in running.tasks.values { task.cancel() }
        }
    }

    /// Returns when nothing is under way any more; what came of it is in the inbox.
    package func idle() async {
        while let task = running.withLock({ $0.tasks.values.first }) { await task.value }
    }

    @discardableResult
    private func start(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        running.withLock { running in
            let number = running.next
            running.next += 1
            let task = Task {
                await work()
                self.running.withLock { $0.tasks[number] = nil }
            }
            running.tasks[number] = task
            return task
        }
    }

    private func load(_ scope: SpaceQuery.Scope, generation: Int) async {
        let inbox = inbox
        do throws(SpacesFailure) {
            let listing = try await service.spaces(SpaceQuery(scope: scope)) {
                inbox.post(.spacesArrived($0, generation: generation))
            }
            inbox.post(
                .spacesLoaded(SpaceCatalog(listing.spaces), unreadable: listing.unreadable, generation: generation))
        } catch {
            if error.kind != .cancelled { inbox.post(.loadFailed(error, generation: generation)) }
        }
    }

    private func loadAccount() async {
        do throws(SpacesFailure) {
            let account = try await service.account()
            inbox.post(.accountLoaded(account, try await service.permissions(of: account)))
            inbox.post(.capabilitiesLoaded(try await service.capabilities()))
        } catch {
            if error.kind != .cancelled { inbox.post(.accountFailed(error)) }
        }
    }

    private func send(_ change: Change) async -> Result<Space?, SpacesFailure> {
        do throws(SpacesFailure) {
            switch (change.kind, change.space) {
            case (.create(let draft), _):
                return .success(try await service.create(draft, besides: change.namesakes))
            case (.edit(let edit), let seen?): return .success(try await service.edit(edit, startingFrom: seen))
            case (.disable, let seen?):
                try await service.disable(seen)
                return .success(nil)
            case (.restore, let seen?): return .success(try await service.restore(seen))
            case (.purge, let seen?):
                try await service.purge(seen)
                return .success(nil)
            case (_, nil): return .failure(SpacesFailure(kind: .refused, sentence: "There is no space to change."))
            }
        } catch {
            return .failure(error)
        }
    }
}
