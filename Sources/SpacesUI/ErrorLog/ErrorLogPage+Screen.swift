import Localization
import Terminal
import Widgets

extension ErrorLogPage: Screen {
    enum Action: Equatable, Sendable {
        case toggleErrorsOnly, search, newest, back, keep, clear
        case move(Motion)
    }

    /// Reading, or typing what is searched for.
    enum Mode: CaseIterable, Sendable { case reading, searching }

    static var title: String { localized("Error log") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.toggleErrorsOnly, ["e"],                           in: [.reading],   hint: localized("errors only"), localized("Show only what went wrong, or everything")),
            .init(.search,           like: .filter,                   in: [.reading],   hint: localized("search"),      localized("Search")),
            .init(.move(.up),        like: .moveUp,                   in: [.reading],   hint: localized("scroll"),      localized("Move one line up")),
            .init(.move(.down),      like: .moveDown,                 in: [.reading],   hint: localized("scroll"),      localized("Move one line down")),
            .init(.newest,           like: .moveToLast,               in: [.reading],   hint: localized("newest"),      localized("Follow the newest entries")),
            .init(.back,             [Key(.escape)], like: .quit,     in: [.reading],   hint: localized("back"),        localized("Clear the search, or close"), leaves: true),
            .init(.back,             like: .showErrorLog,             in: [.reading],                                   localized("Close")),
            .init(.keep,             [Key(.enter)],                   in: [.searching], hint: localized("keep"),        localized("Keep the search")),
            .init(.clear,            [Key(.escape), .control("c")],   in: [.searching], hint: localized("clear"),       localized("Clear the search"), leaves: true),
            .init(.move(.first),     like: .moveToFirst,              in: [.reading],                                   localized("Move to the first line")),
            .init(.move(.pageUp),    like: .pageUp,                   in: [.reading],                                   localized("Move one page up")),
            .init(.move(.pageDown),  like: .pageDown,                 in: [.reading],                                   localized("Move one page down")),
            .init(.move(.pageUp),    like: .halfPageUp,               in: [.reading],                                   localized("Move one page up")),
            .init(.move(.pageDown),  like: .halfPageDown,             in: [.reading],                                   localized("Move one page down")),
        ]
    }

    var mode: Mode { field == nil ? .reading : .searching }

    func hint(for action: Action, in state: State) -> String? {
        switch action {
        case .toggleErrorsOnly where isErrorsOnly: localized("everything")
        case .back where !filter.isEmpty: localized("clear")
        default: nil
        }
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .toggleErrorsOnly:
            isErrorsOnly.toggle()
            scroll = nil
        case .search: field = TextField(filter)
        case .newest: scroll = nil
        case .back where filter.isEmpty || key != Key(.escape): return [.close]
        case .back: (filter, scroll) = ("", nil)
        case .keep: (field, scroll) = (nil, nil)
        case .clear: (field, filter, scroll) = (nil, "", nil)
        case .move(let motion): move(motion, in: state)
        }
        return []
    }

    private mutating func move(_ motion: Motion, in state: State) {
        let rows = state.pageArea.rows
        let last = max(0, lines(in: state, glyphs: .unicode).count - rows)
        let wanted = motion.line(from: min(scroll ?? last, last), of: last + 1, page: max(1, rows - 1))
        // Who has come to the end stays there while more is added.
        scroll = wanted >= last ? nil : wanted
    }

    var focusedField: TextField? {
        get { field }
        set { field = newValue }
    }

    mutating func typed(in state: State) -> [Intent] {
        filter = field?.text ?? ""
        scroll = nil
        return []
    }

    var isPage: Bool { true }
    var tellsUnknownKeys: Bool { true }

    mutating func turnWheel(by lines: Int, in state: State) -> [Intent] {
        if mode == .reading { move(lines < 0 ? .up : .down, in: state) }
        return []
    }
}
