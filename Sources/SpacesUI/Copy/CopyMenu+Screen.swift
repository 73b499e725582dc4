import Localization
import SpacesModel
import Terminal

extension CopyMenu: MenuScreen {
    enum Action: Equatable, Sendable {
        case copy, copyItem, close
        case move(Motion)
    }

    static var title: String { localized("Copy") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.copy,        [Key(.enter)],                                    hint: localized("copy"), localized("Copy what is under the cursor")),
            .init(.move(.up),   [Key(.up), .control("p"), Key(.tab, .shift)],     hint: localized("move"), localized("Move one line up")),
            .init(.move(.down), [Key(.down), .control("n"), Key(.tab)],           hint: localized("move"), localized("Move one line down")),
            .init(.close,       [Key(.escape), .control("c")], like: .quit,       hint: localized("back"), localized("Close without copying"), leaves: true),
            .init(.copyItem,    Item.allCases.map { .character($0.key) },                                  localized("Copy the line with this letter")),
        ]
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .copy: copy(selected, in: state)
        case .copyItem: Item.allCases.first { .character($0.key) == key }.map { copy($0, in: state) } ?? []
        case .close: [.close]
        case .move(let motion): move(motion, in: state)
        }
    }

    private func copy(_ item: Item, in state: State) -> [Intent] {
        let lines = item.lines(of: spaces)
        guard let first = spaces.first, !lines.isEmpty else {
            return spaces.first.map { [.notice(Notice(.warning, item.missing(of: $0)))] } ?? []
        }
        guard spaces.count > 1 else { return [.close, .copy(lines[0], called: item.subject(first))] }
        let text = lines.joined(separator: "\n")
        guard text.utf8.count <= Clipboard.limit else {
            return [
                .close,
                .notice(
                    Notice(
                        .warning,
                        localized(
                            """
                            Not copied: longer than the \(Clipboard.limit) bytes that terminals take. \
                            \(state.keymap.name(of: .export)) writes marked spaces into a file.
                            """))),
            ]
        }
        let rest = spaces.count - lines.count
        let news = localized(
            "\(item.subject(lines.count)) were sent to the terminal's clipboard, one a line. Not every terminal takes it."
        )
        let remark = rest > 0 ? " " + localized("The server told none of \(counted(rest, "space", "spaces")).") : ""
        return [.close, .effect(.copy(text)), .notice(Notice(rest > 0 ? .warning : .info, news + remark))]
    }

    static var choice: Action? { .copy }

    func lineCount(in state: State) -> Int { Item.allCases.count }

    var showsPageBelow: Bool { true }
}
