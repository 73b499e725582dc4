import Localization
import Terminal

extension SortMenu: MenuScreen {
    enum Action: Equatable, Sendable {
        case keep, takeBack, close, toggle, add, remove, invert, place
        case move(Motion)
    }

    static var title: String { localized("Sort by") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.keep,     [Key(.enter)],                        hint: localized("keep"),          localized("Keep; if unchanged, sort by this column alone")),
            .init(.toggle,   [" "],                                hint: localized("add or remove"), localized("Add the column to the order, or remove it")),
            .init(.takeBack, [Key(.escape), .control("c")],        hint: localized("take back"),     localized("Restore the previous order")),
            .init(.invert,   ["I", "r", Key(.left), Key(.right)],  hint: localized("invert"),        localized("Reverse the direction of the column")),
            .init(.place,    Key.digits,                           hint: localized("place"),         localized("Move the column to this place in the order"), written: "1-9"),
            .init(.add,      ["+"],                                                                  localized("Add the column to the order")),
            .init(.remove,   ["-", Key(.delete), Key(.backspace)],                                   localized("Remove the column from the order")),
            .init(.close,    ["q"], like: .chooseOrder,                                              localized("Keep the order")),
        ] + KeyBinding.moving(Action.move)
    }

    func hint(for action: Action, in state: State) -> String? {
        action == .keep && before == state.list.order ? localized("by this alone") : nil
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        let column = selected
        var order = state.list.order
        switch action {
        case .keep where order == before: return [.sort(order.alone(column)), .close]
        case .keep, .close: return [.close]
        case .takeBack: return [.sort(before), .close]
        case .move(let motion): return move(motion, in: state)
        case .toggle where order[column] != nil, .remove: order.remove(column)
        case .toggle, .add: if order[column] == nil { order.place(column, at: order.keys.count + 1) }
        case .invert: order.reverse(column)
        case .place: order.place(column, at: key.viewNumber ?? 1)
        }
        return order == state.list.order ? [] : [.sort(order)]
    }

    static var choice: Action? { .keep }

    func lineCount(in state: State) -> Int { columns.count }

    var isTryingOut: Bool { true }
}

extension SortOrder {
    /// This column and no other; the only one already, it is turned round.
    fileprivate func alone(_ column: Column) -> SortOrder {
        if others.isEmpty, self.column == column {
            var turned = self
            turned.reverse(column)
            return turned
        }
        return SortOrder([self[column]?.key ?? .init(column)]) ?? self
    }
}
