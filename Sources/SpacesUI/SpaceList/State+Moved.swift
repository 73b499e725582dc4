import Foundation
import Localization
import SpacesModel
import Terminal

/// That another space came under the cursor without the person's doing, as when the one that was there is gone.
struct CursorMove: Equatable, Sendable {
    /// The name of the space that was there.
    let left: String
    let time: Date

    /// For so long a key may still be meant for the space before: it was on its way to the hand.
    static let seconds: TimeInterval = 1
}

extension State {
    /// Notices whether something opened that no key asked for.
    mutating func noteOpening(from depth: Int, by event: Event) {
        switch event {
        case .key, .paste, .mouse: layerOpened = layers.count > depth ? nil : layerOpened
        default: if layers.count > depth { layerOpened = now }
        }
    }

    /// Whether a key was on its way before what is open now opened by itself. Going back is never wrong.
    mutating func isForWhatWasThereBefore(_ key: Key) -> Bool {
        guard let opened = layerOpened else { return false }
        guard now.timeIntervalSince(opened) < CursorMove.seconds else {
            layerOpened = nil
            return false
        }
        // Who goes back has seen that one alone: what lies beneath gets no key that came along.
        return !goesBack(key)
    }

    /// Notices whether an event that the person did not cause put another space under the cursor.
    mutating func noteMove(from id: SpaceID?, named name: String, by event: Event) {
        switch event {
        case .key, .paste, .mouse, .resized, .changeFinished: return
        default: break
        }
        guard let id, let selected = list.selected, selected.id != id else { return }
        // It was sent there on purpose, to a space that was just made.
        if selected.id == list.expected { return }
        cursorMove = CursorMove(left: name, time: now)
    }

    /// Says why a command is not performed that was meant for the space before; the next key counts.
    mutating func isForTheSpaceBefore(_ command: Command) -> Bool {
        // Esc alone may only be the beginning of a chord, whose other key was on its way as well.
        if command == .clearFilter { return false }
        defer { cursorMove = nil }
        guard let move = cursorMove, command.meansTheSelectedSpace,
            now.timeIntervalSince(move.time) < CursorMove.seconds,
            let selected = list.selected
        else { return false }
        notice = Notice(
            .warning,
            localized("\(move.left) just left this line, where \(selected.name) is now: nothing was done. Press again.")
        )
        return true
    }
}

extension Command {
    /// True for what is done to the space under the cursor.
    fileprivate var meansTheSelectedSpace: Bool {
        switch self {
        case .create, .undo: false
        case .mark, .copy, .openInBrowser, .togglePin, .showDetail, .showImage: true
        default: group == .act
        }
    }
}
