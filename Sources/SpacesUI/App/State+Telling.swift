package import Foundation
import SpacesClient
import SpacesModel

/// What the server announces is on the screen at once; everything else, when the list is loaded next.
extension State {
    /// Looks where something changed; while auto-refresh is off by the person's choice, nothing on the screen changes by itself.
    mutating func take(_ event: ServerEvent) {
        switch event {
        case .began:
            telling.isOn = true
            if telling.hasGap { catchUp() }
            telling.hasGap = false
        case .ended:
            telling.isOn = false
            telling.hasGap = true
        case .changed(let id):
            guard refreshChoice != false, isConnected else { return }
            if !telling.waiting.contains(id) { telling.waiting.append(id) }
            if telling.waiting.count > Telling.mostWaiting {
                telling.waiting = []
                catchUp()
            }
            readAnnouncedSpaces()
        case .changedMany:
            guard refreshChoice != false, isConnected else { return }
            telling.waiting = []
            catchUp()
        }
    }

    /// Lets the list be loaded for what was announced to nobody, at once; but a stream that ends again and again has it loaded
    /// no more often than the list loads itself.
    private mutating func catchUp() {
        let interval = automaticInterval / .seconds(1)
        let earliest = telling.caughtUp?.addingTimeInterval(interval) ?? now
        telling.wantsListAt = max(now, min(earliest, now.addingTimeInterval(interval)))
    }

    /// Whether the server announces changes at the moment.
    package var hearsServer: Bool { telling.isOn }

    /// When the next space that was announced may be read; `nil` while none waits for that.
    package var nextReading: Date? {
        guard canReadAnnouncedSpaces else { return nil }
        if let comingWait { return telling.waiting.isEmpty ? nil : comingWait }
        return telling.nextReading
    }

    /// During a load they wait: the list may have been read before they changed.
    private var canReadAnnouncedSpaces: Bool { isConnected && !isLoadUnderWay && connection == .current }

    /// Reads the spaces that changed, some at a time.
    mutating func readAnnouncedSpaces() {
        guard canReadAnnouncedSpaces, comingWait == nil else { return }
        while let index = telling.firstReadable(at: now) {
            let id = telling.waiting.remove(at: index)
            telling.reading.insert(id)
            telling.lastReads[id] = now
            ask(.readAgain(id))
        }
        telling.forgetReads(at: now)
    }

    /// Puts a space that changed into the list; the cursor and the marks stay.
    mutating func take(_ result: Result<Space, SpacesFailure>, readAgain id: SpaceID) {
        telling.reading.remove(id)
        show(result, readAgain: id)
        readAnnouncedSpaces()
    }

    private mutating func show(_ result: Result<Space, SpacesFailure>, readAgain id: SpaceID) {
        // A change of the person's own is under way: its answer tells more.
        guard pending[id] == nil else { return }
        // The list under way may have been read before: the space is read once more after it.
        if isLoadUnderWay {
            if !telling.waiting.contains(id) { telling.waiting.append(id) }
            return
        }
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
