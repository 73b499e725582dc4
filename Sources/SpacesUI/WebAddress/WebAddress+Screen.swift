import Localization
import Terminal

extension WebAddress: Screen {
    enum Action: Equatable, Sendable { case copy, toggleCode, close }

    static var title: String { localized("Web address") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.copy,       ["y"],                                                                 hint: localized("copy"),    localized("Copy the address")),
            .init(.toggleCode, ["r"],                                                                 hint: localized("QR code"), localized("Show the address as a QR code, or as text again")),
            .init(.close,      [Key(.escape), Key(.enter), .control("c"), "o"], like: .quit,          hint: localized("back"),    localized("Close"), leaves: true),
        ]
    }

    func hint(for action: Action, in state: State) -> String? {
        action == .toggleCode && showsCode ? localized("text") : nil
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .copy: return [.copy(text, called: localized("The web address of \(name)"))]
        case .toggleCode: showsCode.toggle()
        case .close: return [.close]
        }
        return []
    }

    var showsPageBelow: Bool { true }
}
