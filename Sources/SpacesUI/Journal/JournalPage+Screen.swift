import Localization
import Terminal
import Widgets

extension JournalPage: Screen {
    enum Action: Equatable, Sendable {
        case read, filter, reload, back, keep, clear, closeEntry
        case move(Motion), scroll(Motion)
    }

    /// Among the entries, typing a filter, or reading one entry in full.
    enum Mode: CaseIterable, Sendable { case browsing, filtering, reading }

    static var title: String { localized("Journal") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.read,       [Key(.enter)], like: .showDetail, in: [.browsing],  hint: localized("whole entry"), localized("Read the entry in full")),
            .init(.filter,     like: .filter,                    in: [.browsing],  hint: localized("filter"),      localized("Filter the entries")),
            .init(.reload,     like: .refresh,                   in: [.browsing],  hint: localized("refresh"),     localized("Read the journal again")),
            .init(.back,       [Key(.escape)], like: .quit,      in: [.browsing],  hint: localized("back"),        localized("Clear the filter, or close"), leaves: true),
            .init(.back,       like: .showJournal,               in: [.browsing],                                  localized("Close")),
            .init(.keep,       [Key(.enter)],                    in: [.filtering], hint: localized("keep"),        localized("Keep the filter")),
            .init(.clear,      [Key(.escape), .control("c")],    in: [.filtering], hint: localized("clear"),       localized("Clear the filter"), leaves: true),
            .init(.move(.up),   [Key(.up)],                      in: [.filtering], hint: localized("move"),        localized("Move one line up")),
            .init(.move(.down), [Key(.down)],                    in: [.filtering], hint: localized("move"),        localized("Move one line down")),
        ]
            + KeyBinding.paging(Action.move, in: [.browsing])
            + KeyBinding.paging(Action.scroll, in: [.reading], hint: localized("scroll"))
            + [
                .init(.closeEntry, [Key(.escape)], like: .quit,  in: [.reading],   hint: localized("back"),        localized("Go back to the entries"), leaves: true),
                .init(.closeEntry, like: .showDetail,            in: [.reading],                                   localized("Go back to the entries")),
                .init(.closeEntry, like: .showJournal,           in: [.reading],                                   localized("Go back to the entries")),
            ]
    }

    var mode: Mode { field != nil ? .filtering : record != nil ? .reading : .browsing }

    func hint(for action: Action, in state: State) -> String? {
        action == .back && !filter.isEmpty ? localized("clear") : nil
    }

    func availability(of action: Action, in state: State) -> Availability {
        action == .read && selected == nil ? .disabled("") : .enabled
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .read: record = 0
        case .filter: field = TextField(filter)
        case .reload: return [.effect(.readJournal)]
        case .back where filter.isEmpty || key != Key(.escape): return [.close]
        case .back: filter(by: "")
        case .keep: field = nil
        case .clear:
            field = nil
            filter(by: "")
        case .move(let motion):
            move(to: motion.line(from: cursor, of: shown.count, page: max(1, state.journalRows - 1)))
        case .scroll(let motion):
            let rows = state.pageArea.rows
            let last = selected.map { max(0, recordLines(of: $0, in: state, glyphs: .unicode).count - rows) } ?? 0
            record = motion.line(from: min(record ?? 0, last), of: last + 1, page: max(1, rows - 1))
        case .closeEntry: record = nil
        }
        scroll(toFit: state.journalRows)
        return []
    }

    var focusedField: TextField? {
        get { field }
        set { field = newValue }
    }

    mutating func typed(in state: State) -> [Intent] {
        filter(by: field?.text ?? "")
        scroll(toFit: state.journalRows)
        return []
    }

    var isPage: Bool { true }
    var tellsSeenLines: Bool { true }
    var tellsUnknownKeys: Bool { mode == .browsing }

    // MARK: Mouse

    static var choice: Action? { .read }

    func row(at point: Point, in state: State) -> Int? {
        let area = state.pageArea
        guard mode == .browsing, area.contains(point), point.row > area.row else { return nil }
        let index = top + point.row - area.row - 1
        return shown.indices.contains(index) ? index : nil
    }

    mutating func select(row: Int, in state: State) -> [Intent] {
        move(to: row)
        return []
    }

    mutating func turnWheel(by lines: Int, in state: State) -> [Intent] {
        let motion: Motion = lines < 0 ? .up : .down
        return perform(mode == .reading ? .scroll(motion) : .move(motion), by: Key(.down), in: state)
    }
}
