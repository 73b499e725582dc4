/// A way to look at the list under a name: filter, order and columns.
package struct SavedView: Equatable, Sendable {
    package var name: String
    package var filter: String
    package var order: SortOrder
    package var columns: ColumnArrangement
    /// The key that applies it, 1 to 9.
    package var number: Int?

    package init(
        name: String, filter: String = "", order: SortOrder = SortOrder(), columns: ColumnArrangement = .standard,
        number: Int? = nil
    ) {
        self.name = name
        self.filter = filter
        self.order = order
        self.columns = columns
        self.number = number
    }

    /// Names longer than this fit nowhere.
    static let longestName = 40
}

/// The views of a person, in the order of the file; each name and each number stands for one.
package struct SavedViews: Equatable, Sendable {
    package private(set) var all: [SavedView] = []

    package init(_ views: [SavedView] = []) {
        for view in views { take(.save(view)) }
    }

    /// One change, so that two windows do not take one another's views away.
    package enum Change: Equatable, Sendable {
        /// Puts a view in the place of the one of its name, or at the end.
        case save(SavedView)
        case rename(String, to: String)
        case delete(String)
        /// Gives a view a number, or takes it away.
        case number(String, Int?)
    }

    /// The view of a name, whatever the case.
    package func named(_ name: String) -> SavedView? {
        all.first { $0.name == name } ?? all.first { $0.name.lowercased() == name.lowercased() }
    }

    package func numbered(_ number: Int) -> SavedView? { all.first { $0.number == number } }

    /// Takes a change in; one about a view that is gone changes nothing.
    package mutating func take(_ change: Change) {
        switch change {
        case .save(let view):
            if let number = view.number { free(number) }
            if let index = index(of: view.name) { all[index] = view } else { all.append(view) }
        case .rename(let name, let new):
            guard let index = index(of: name) else { return }
            all[index].name = new
            let renamed = all[index]
            all.removeAll { $0.name == new && $0 != renamed }
        case .delete(let name): all.removeAll { $0.name == name }
        case .number(let name, let number):
            guard let index = index(of: name) else { return }
            if let number { free(number) }
            all[index].number = number
        }
    }

    private func index(of name: String) -> Int? { all.firstIndex { $0.name == name } }

    private mutating func free(_ number: Int) {
        for index in all.indices where all[index].number == number { all[index].number = nil }
    }

    /// The smallest number that no view has.
    var freeNumber: Int? { (1...9).first { numbered($0) == nil } }
}
