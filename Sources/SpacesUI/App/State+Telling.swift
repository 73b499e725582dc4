import Foundation
import SpacesClient
import SpacesModel

/// What the server tells by itself, and what is read because of it.
struct Telling: Equatable, Sendable {
    /// Whether it tells at the moment.
    var isOn = false
    /// The spaces that are being read.
    var reading: Set<SpaceID> = []
    /// Those of them of which more was told meanwhile.
    var again: Set<SpaceID> = []
    /// Whether the list is to be loaded once more when the load under way is done.
    var wantsList = false
    /// Since when the server is out of hearing: it may tell more meanwhile.
    var silentSince: Date?

    /// A silence longer than this is made up for at once, by loading the list; shorter ones, as of a proxy that ends what is
    /// quiet for a minute, together, and no more often than so many seconds.
    static let (shortSilence, fewestSeconds) = (10.0, 300.0)

    /// More spaces than this at a time are not read one by one.
    static let mostAtOnce = 8
}

extension State {
    /// Looks where something changed; while loading by itself is paused, nothing on the screen changes by itself.
    mutating func take(_ event: ServerEvent) {
        switch event {
        case .began:
            telling.isOn = true
            makeUpForSilence()
        case .ended:
            let since = telling.silentSince ?? now
            telling = Telling()
            telling.silentSince = since
        case .changed(let id):
            guard refreshChoice != false, isConnected else { return }
            guard let id, telling.reading.contains(id) || telling.reading.count < Telling.mostAtOnce else {
                return wantList()
            }
            if telling.reading.insert(id).inserted { ask(.readAgain(id)) } else { telling.again.insert(id) }
        }
    }

    /// Looks for what was told to nobody while the connection was lost.
    private mutating func makeUpForSilence() {
        guard let since = telling.silentSince else { return }
        telling.silentSince = nil
        let age = loadedAt.map { now.timeIntervalSince($0) } ?? .infinity
        guard refreshChoice != false, now.timeIntervalSince(since) > Telling.shortSilence || age > Telling.fewestSeconds
        else { return }
        wantList()
    }

    /// Loads the list, or once more after the load that is under way, which may have begun before the change.
    mutating func wantList() {
        if isLoadUnderWay { telling.wantsList = true } else if !connection.isOffline { load() }
    }

    /// Loads the list again where more was told while it was loaded.
    mutating func loadWhatWasToldMeanwhile() {
        guard telling.wantsList else { return }
        telling.wantsList = false
        load()
    }

    /// Puts a space that changed into the list; the cursor and the marks stay.
    mutating func take(_ result: Result<Space, SpacesFailure>, readAgain id: SpaceID) {
        telling.reading.remove(id)
        if telling.again.remove(id) != nil {
            telling.reading.insert(id)
            ask(.readAgain(id))
        }
        // A change of the person's own is under way: its answer tells more.
        guard pending[id] == nil else { return }
        // The list under way may have been read before.
        if isLoadUnderWay { return telling.wantsList = true }
        run?.changes[id] = nil
        var spaces = staged ?? list.catalog.spaces
        let index = spaces.firstIndex { $0.id == id }
        switch (result, index) {
        case (.success(let told), let index?):
            // A space alone does not tell whether its members are hidden or none.
            let space = told.keepingMembers(of: spaces[index])
            if spaces[index] == space { return }
            spaces[index] = space
            list.replace(space)
            list.changes[id] = .changed
        case (.success(let space), nil):
            spaces.append(space)
            list.changes[id] = .arrived
        case (.failure(let failure), let index?) where failure.kind == .notFound: spaces.remove(at: index)
        case (.failure, _): return
        }
        stage(spaces)
    }
}
