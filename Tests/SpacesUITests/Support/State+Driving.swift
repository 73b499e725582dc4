import SpacesModel
import Terminal

@testable import SpacesUI

extension Key {
    static let enter = Key(.enter)
    static let escape = Key(.escape)
    static let tab = Key(.tab)
    static let up = Key(.up)
    static let down = Key(.down)
    static let left = Key(.left)
    static let right = Key(.right)
    static let pageUp = Key(.pageUp)
    static let pageDown = Key(.pageDown)
}

extension State {
    /// Presses keys one after another and returns all that was asked for.
    @discardableResult
    mutating func press(_ keys: Key...) -> [Effect] {
        keys.flatMap { update(.key($0)) }
    }

    /// Types a text key by key.
    @discardableResult
    mutating func type(_ text: String) -> [Effect] {
        text.flatMap { update(.key(.character($0))) }
    }

    /// Empties the focused field and types a text into it.
    @discardableResult
    mutating func retype(_ text: String) -> [Effect] {
        press(.control("e"), .control("u")) + type(text)
    }

    @discardableResult
    mutating func receive(_ events: Event...) -> [Effect] {
        events.flatMap { update($0) }
    }

    /// Puts the cursor on the space of this name by the keys that a person has, and lets it rest there.
    mutating func select(_ name: String) {
        press("g")
        for _ in 0..<list.shownCount where list.selected?.name != name { press(.down) }
        receive(.cursorRested)
    }

    /// The change of the last effect that sends one.
    static func change(in effects: [Effect]) -> Change? {
        effects.lazy.compactMap { effect in
            if case .send(let change) = effect { change } else { nil }
        }.last
    }

    var form: SpaceForm? {
        if case .form(let form)? = layers.last { form } else { nil }
    }

    var confirmation: Confirmation? {
        if case .confirmation(let confirmation)? = layers.last { confirmation } else { nil }
    }

    var conflict: ConflictChoice? {
        if case .conflict(let choice)? = layers.last { choice } else { nil }
    }

    /// The names in the list, top to bottom.
    var shownNames: [String] { list.shownNames }
}

extension SpaceList {
    var shownNames: [String] { (0..<shownCount).compactMap { space(atRow: $0)?.name } }
}
