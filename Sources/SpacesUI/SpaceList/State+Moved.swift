import Foundation
import Localization
import SpacesModel

/// That another space came under the cursor without the person's doing, as when the one that was there is gone.
struct CursorMove: Equatable, Sendable {
    /// The name of the space that was there.
    let left: String
    let time: Date

    /// For so long a key may still be meant for the space before: it was on its way to the hand.
    static let seconds: TimeInterval = 1
}

extension State {
    /// Notices whether an event that the person did not cause put another space under the cursor.
    mutating func noteMove(from id: SpaceID?, named name: String, by event: Event) {
        switch event {
        case .key, .paste, .mouse, .resized, .changeFinished: return
        default: break
        }
        guard let id, let selected = list.selected, selected.id != id else { return }
        // Where it is still in sight, the cursor was sent elsewhere on purpose, such as to a space that was just made.
        if list.shownSpaces.contains(where: { $0.id == id }) { return }
        cursorMove = CursorMove(left: name, time: now)
    }

    /// Says why a command is not performed that was meant for the space before; the next key counts.
    mutating func isForTheSpaceBefore(_ command: Command) -> Bool {
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
        case .mark, .copy, .openInBrowser, .togglePin: true
        default: group == .act
        }
    }
}
