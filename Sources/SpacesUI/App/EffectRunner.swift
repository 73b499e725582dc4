import Localization
package import SpacesClient
import SpacesModel
import Synchronization

/// Does what the state asked for, in the background, and posts what came of it.
package final class EffectRunner: Sendable {
    private let connector: Connector
    private let inbox: Inbox
    let surroundings: Surroundings
    private let active = Mutex<ActiveRun?>(nil)
    private let running: Mutex<Running>

    /// One server for as long as it is in use. Work keeps the session that it began in: its service and its way back.
    struct Session: Sendable {
        let number: Int
        let profile: Profile
        /// `nil` until the connection is made.
        var service: (any SpacesService)?
        let inbox: Inbox

        /// Leaves an event, unless the person has left this server; then `late` takes its place.
        func post(_ event: Event, late: Event? = nil) {
            inbox.post(event, from: number, late: late)
        }

        func reached() throws(SpacesFailure) -> any SpacesService {
            if let service { return service }
            throw SpacesFailure(kind: .unreachable, sentence: localized("There is no connection to the server yet."))
        }

        /// The service to change something with. The screen offers nothing of the kind where nothing is to be changed; this
        /// holds even if it did.
        func writable() throws(SpacesFailure) -> any SpacesService {
            guard let reason = profile.readOnlyReason else { return try reached() }
            throw SpacesFailure(
                kind: .refused, sentence: profile.lockReason?.asSentence ?? localized("Nothing was changed: \(reason).")
            )
        }
    }

    private struct Running {
        var session: Session
        var load: Task<Void, Never>?
        var readme: Task<Void, Never>?
        var search: Task<Void, Never>?
        /// Hears what the server tells by itself; it ends with the session, and nobody waits for it.
        var listening: Task<Void, Never>?
        /// The last work on the files of the memory, which is done in its order.
        var memory: Task<Void, Never>?
        var tasks: [Int: (task: Task<Void, Never>, isChange: Bool)] = [:]
        var next = 0
    }

    /// Begins with a service that is ready to be asked; the connector makes those of other profiles.
    package init(
        service: (any SpacesService)?, profile: Profile = Profile(), connector: Connector = .none, inbox: Inbox,
        surroundings: Surroundings = Surroundings()
    ) {
        self.surroundings = surroundings
        self.connector = connector
        self.inbox = inbox
        running = Mutex(Running(session: Session(number: 0, profile: profile, service: service, inbox: inbox)))
    }

    package func run(_ effect: Effect) {
        let session = running.withLock(\.session)
        switch effect {
        case .loadSpaces(let generation, let scope):
            let task = start { await self.load(scope, generation: generation, in: session) }
            let earlier = running.withLock { running in
                defer { running.load = task }
                return running.load
            }
            earlier?.cancel()
        case .cancelLoading: running.withLock { $0.load }?.cancel()
        case .loadAccount:
            start { await Self.loadAccount(in: session) }
            start { await Self.loadCapabilities(in: session) }
        case .index(let spaces, let generation):
            start {
                session.post(
                    .spacesIndexed(SpaceCatalog(spaces, collation: self.surroundings.collation), generation: generation)
                )
            }
        case .search(let search):
            let task = start {
                let rows = search.rows()
                if !Task.isCancelled { session.post(.searched(search.number, rows: rows)) }
            }
            let earlier = running.withLock { running in
                defer { running.search = task }
                return running.search
            }
            earlier?.cancel()
        case .send(let change):
            start(isChange: true) {
                let result = await Self.send(change, in: session)
                session.post(
                    .changeFinished(change, result),
                    late: .changeFinishedElsewhere(change, profile: session.profile.name, result))
            }
        case .members(let effect): start(isChange: effect.isChange) { await Self.run(effect, in: session) }
        case .bulk(let effect): run(effect, in: session)
        case .connect(let profile): connect(to: profile)
        case .loadReadme(let space):
            let task = start { await Self.loadReadme(of: space, in: session) }
            let earlier = running.withLock { running in
                defer { running.readme = task }
                return running.readme
            }
            earlier?.cancel()
        case .loadDocument(let space): start { await Self.loadDocument(of: space, in: session) }
        case .loadImage(let space): start { await Self.loadImage(of: space, in: session) }
        case .openDraft(let space): start { await self.openDraft(of: space, in: session) }
        case .storeDraft(let draft, let base):
            start(isChange: true) { await self.store(draft, over: base, in: session) }
        case .putAside(let draft, let reason):
            start(isChange: true) {
                let result = self.putAside(draft, reason, in: session)
                session.post(.draftStored(draft, result), late: .draftStored(draft, result))
            }
        case .removeDraft(let draft): start { self.remove(draft, in: session) }
        case .readJournal: start { await self.readJournal(in: session) }
        case .loadThemes: start { [inbox, surroundings] in inbox.post(.themesLoaded(surroundings.themes.catalog())) }
        case .keepTheme(let choice):
            start { [inbox, surroundings] in
                do throws(ThemeFailure) { try surroundings.themes.keep(choice) } catch {
                    inbox.post(.themeNotKept(error))
                }
            }
        case .recall: inOrder { [surroundings] in Self.recall(from: surroundings.memory, in: session) }
        case .remember(let part): inOrder { [surroundings] in Self.remember(part, in: surroundings.memory, session) }
        case .changeViews(let change, let views):
            inOrder { [surroundings] in Self.change(change, of: views, in: surroundings.memory, session) }
        case .open(let address):
            let browser = surroundings.browser
            start { session.post(browser?(address.text) == true ? .opened(address) : .notOpened(address)) }
        case .listen: if surroundings.listens { listen(in: session) }
        case .readAgain(let id):
            start {
                let result: Result<Space, SpacesFailure>
                do throws(SpacesFailure) { result = .success(try await session.reached().space(id)) } catch {
                    result = .failure(error)
                }
                session.post(.readAgain(id, result))
            }
        case .export(let export):
            start { [inbox, surroundings] in
                let result: Result<String, ExportFailure>
                do throws(ExportFailure) { result = .success(try surroundings.exports.write(export)) } catch {
                    result = .failure(error)
                }
                inbox.post(.exported(export, result))
            }
        case .edit, .signIn, .copy, .setMouse, .quit, .suspend, .redraw: break
        }
    }

    /// Does work on the files of the memory after what was asked for before.
    private func inOrder(_ work: @escaping @Sendable () -> Void) {
        let earlier = running.withLock(\.memory)
        let task = start(isChange: true) {
            await earlier?.value
            work()
        }
        running.withLock { $0.memory = task }
    }

    /// Returns when everything that is to be remembered is written down.
    package func finishRemembering() async { await running.withLock(\.memory)?.value }

    /// Ends all work; nothing is posted any more that matters.
    package func cancelAll() {
        running.withLock { running in
            running.listening?.cancel()
            for (task, _) in running.tasks.values { task.cancel() }
        }
    }

    /// Listens to the server of a session, in place of any other.
    private func listen(in session: Session) {
        let task = Task {
            do throws(SpacesFailure) {
                try await session.reached().follow { session.post(.serverTold($0)) }
            } catch {
                // The server announces nothing, or not to this account: what changes is seen when the list is loaded again.
            }
        }
        running.withLock { running in
            running.listening?.cancel()
            running.listening = task
        }
    }

    /// True while something is under way.
    var isBusy: Bool { running.withLock { !$0.tasks.isEmpty } }

    /// Returns when nothing is under way any more; what came of it is in the inbox.
    package func idle() async {
        while let task = running.withLock({ $0.tasks.values.first?.task }) { await task.value }
    }

    /// The run under way, or the last one.
    var activeRun: ActiveRun? { active.withLock { $0 } }

    func setActive(_ run: ActiveRun) { active.withLock { $0 = run } }

    @discardableResult
    func start(isChange: Bool = false, _ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        running.withLock { running in
            let number = running.next
            running.next += 1
            let task = Task {
                await work()
                self.running.withLock { $0.tasks[number] = nil }
            }
            running.tasks[number] = (task, isChange)
            return task
        }
    }

    /// Leaves the server in use: what is read of it is given up at once, what was ordered goes on and is told later.
    private func connect(to profile: Profile) {
        let session = running.withLock { running in
            for (task, isChange) in running.tasks.values where !isChange { task.cancel() }
            running.load = nil
            running.listening?.cancel()
            running.session = Session(
                number: running.session.number + 1, profile: profile, service: nil, inbox: inbox)
            return running.session
        }
        inbox.begin(session: session.number)
        start {
            do throws(SpacesFailure) {
                let connection = try await self.connector.connect(profile.name ?? "")
                let isCurrent = self.running.withLock { running in
                    guard running.session.number == session.number else { return false }
                    running.session.service = connection.service
                    return true
                }
                if isCurrent { session.post(.connected(connection.server)) }
            } catch {
                session.post(.connectFailed(error))
            }
        }
    }

    private func readJournal(in session: Session) async {
        do throws(JournalFailure) {
            session.post(.journalRead(.success(try await surroundings.journals.journal(of: session.profile).read())))
        } catch {
            session.post(.journalRead(.failure(error)))
        }
    }

    private func load(_ scope: SpaceQuery.Scope, generation: Int, in session: Session) async {
        let begun = surroundings.clock()
        do throws(SpacesFailure) {
            let listing = try await session.reached().spaces(SpaceQuery(scope: scope)) {
                session.post(.spacesArrived($0, generation: generation))
            }
            let catalog = SpaceCatalog(listing.spaces, collation: surroundings.collation)
            session.post(
                .spacesLoaded(
                    catalog, unreadable: listing.unreadable, generation: generation, in: surroundings.clock() - begun))
        } catch {
            if error.kind == .cancelled { return }
            var failure = error
            if let part = failure.arrived {
                failure.arrived = nil
                session.post(
                    .spacesCutShort(
                        SpaceCatalog(part.spaces, collation: surroundings.collation), generation: generation))
            }
            session.post(.loadFailed(failure, generation: generation))
        }
    }

    private static func loadAccount(in session: Session) async {
        do throws(SpacesFailure) {
            let service = try session.reached()
            let account = try await service.account()
            do throws(SpacesFailure) {
                session.post(.accountLoaded(account, try await service.permissions(of: account)))
            } catch {
                // Who it is, is known all the same.
                session.post(.accountLoaded(account, nil))
                throw error
            }
        } catch {
            if error.kind != .cancelled { session.post(.accountFailed(error)) }
        }
    }

    private static func loadCapabilities(in session: Session) async {
        do throws(SpacesFailure) {
            session.post(.capabilitiesLoaded(try await session.reached().capabilities()))
        } catch {
            if error.kind != .cancelled { session.post(.accountFailed(error)) }
        }
    }

    private static func send(_ change: Change, in session: Session) async -> Result<Space?, SpacesFailure> {
        do throws(SpacesFailure) {
            let service = try session.writable()
            switch (change.kind, change.space) {
            case (.create(let draft), _):
                let space = try await service.create(draft, besides: change.namesakes)
                await learnMaximum(after: draft.wanted, storedAs: space, in: session)
                return .success(space)
            case (.edit(let edit), let seen?):
                let space = try await service.edit(edit, startingFrom: seen)
                await learnMaximum(after: edit, storedAs: space, in: session)
                return .success(space)
            case (.disable, let seen?):
                try await service.disable(seen)
                return .success(nil)
            case (.restore, let seen?): return .success(try await service.restore(seen))
            case (.purge, let seen?):
                try await service.purge(seen)
                return .success(nil)
            case (_, nil):
                return .failure(SpacesFailure(kind: .refused, sentence: localized("There is no space to change.")))
            }
        } catch {
            return .failure(error)
        }
    }

    /// Asks what the largest quota is where the server stored another than it was asked to: it may have been set meanwhile.
    private static func learnMaximum(after edit: SpaceEdit, storedAs space: Space, in session: Session) async {
        guard edit.missing(in: space).contains(.quota) else { return }
        do throws(SpacesFailure) {
            session.post(.maximumQuotaLearned(try await session.reached().capabilities().maximumQuota))
        } catch {
            // The sentence about the change then tells the two quotas alone.
        }
    }
}
