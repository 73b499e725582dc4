import Terminal

extension State {
    /// Sorts by the next column that is shown, round the ends; what counts after the first column stays.
    mutating func sort(step: Int) {
        let shown = columns.shown
        let next =
            shown.firstIndex(of: list.order.column).map { shown[($0 + step + shown.count) % shown.count] } ?? .name
        var order = list.order
        order.replaceFirst(with: SortOrder.Key(next))
        list.sort(by: order)
    }

    /// Turns the direction of the first column round.
    mutating func invertSort() {
        var order = list.order
        order.reverse(order.column)
        list.sort(by: order)
    }

    mutating func openSortMenu() {
        layers.append(.sorting(SortMenu(before: list.order, columns: columns.entries.map(\.column))))
    }

    /// Whether the order was changed since the menu opened.
    var isSortMenuTouched: Bool {
        guard case .sorting(let menu)? = layers.last else { return false }
        return menu.before != list.order
    }

    mutating func receive(_ key: Key, in menu: SortMenu) {
        var menu = menu
        var order = list.order
        let column = menu.selected
        switch key {
        case Key(.enter):
            // What was changed is kept.
            if isSortMenuTouched { return setTopLayer(nil) }
            // The only one; once more on the same column turns it round.
            let isSame = order.others.isEmpty && order.column == column && order == menu.before
            if isSame {
                order.reverse(column)
            } else {
                order = SortOrder([order[column]?.key ?? .init(column)]) ?? order
            }
            list.sort(by: order)
            return setTopLayer(nil)
        case "O", "q": return setTopLayer(nil)
        case Key(.escape), .control("c"):
            list.sort(by: menu.before)
            return setTopLayer(nil)
        case Key(.up), "k", .control("p"): menu.cursor = max(0, menu.cursor - 1)
        case Key(.down), "j", .control("n"): menu.cursor = min(menu.columns.count - 1, menu.cursor + 1)
        case Key(.home), "g": menu.cursor = 0
        case Key(.end), "G": menu.cursor = menu.columns.count - 1
        case " ", "+":
            if order[column] == nil {
                order.place(column, at: order.keys.count + 1)
            } else if key == " " {
                order.remove(column)
            }
        case "-", Key(.delete), Key(.backspace): order.remove(column)
        case "I", "r", Key(.left), Key(.right): order.reverse(column)
        default:
            if case .character(let character) = key.code, key.modifiers.isEmpty,
                let place = character.wholeNumberValue, place > 0
            {
                order.place(column, at: place)
            }
        }
        if order != list.order { list.sort(by: order) }
        setTopLayer(.sorting(menu))
    }
}
