import Localization
import Terminal

extension SummaryPage: MenuScreen {
    enum Action: Equatable, Sendable {
        case follow, close, reload, openPalette
        case move(Motion)
    }

    static var title: String { localized("Summary") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [.init(.follow, [Key(.enter)], like: .showDetail, hint: localized("show these"), localized("Show these spaces"))]
            + KeyBinding.paging(Action.move, hint: localized("move"))
            + [
                .init(.close,       [Key(.escape)], like: .quit, hint: localized("back"), localized("Close"), leaves: true),
                .init(.close,       like: .summary,                                       localized("Close")),
                .init(.reload,      like: .refresh,                                       localized("Load the list again")),
                .init(.openPalette, like: .commandPalette,                                localized("Open the command palette")),
            ]
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .follow: return follow(in: state)
        case .close: return [.close]
        case .reload: return [.reload]
        case .openPalette: return [.perform(.commandPalette)]
        case .move(let motion):
            cursor = motion.line(from: cursor, of: lineCount(in: state), page: max(1, state.pageArea.rows / 2))
            return []
        }
    }

    /// Goes where the line of the cursor leads: to a space, or to the spaces that a further filter leaves.
    private func follow(in state: State) -> [Intent] {
        let layout = layout(in: state)
        guard layout.targets.indices.contains(cursor) else { return [] }
        return switch layout.places[layout.targets[cursor]].line.target {
        case .space(let id): [.close, .select(id)]
        case .filter(let further): [.close, .filter([filter, further].filter { !$0.isEmpty }.joined(separator: " "))]
        case nil: [.close]
        }
    }

    func layout(in state: State) -> SummaryLayout {
        SummaryLayout(SummaryLines(summary: summary, now: state.now).sections, columns: state.pageArea.columns)
    }

    var isPage: Bool { true }
    var tellsSeenLines: Bool { true }
    static var choice: Action? { .follow }

    func lineCount(in state: State) -> Int { layout(in: state).targets.count }
}
