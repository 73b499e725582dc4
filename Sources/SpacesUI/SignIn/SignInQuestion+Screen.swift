import Localization
import Terminal

extension SignInQuestion: Screen {
    enum Action: Equatable, Sendable { case signIn, leave }

    static var title: String { localized("Sign in") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.signIn, [Key(.enter), "y", "Y"],                                    hint: localized("sign in"), localized("Sign in now")),
            .init(.leave,  [Key(.escape), .control("c"), "n", "N"], like: .quit,       hint: localized("not now"), localized("Continue without signing in"), leaves: true),
        ]
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .signIn: [.effect(.signIn(state.profile))]
        case .leave: [.close]
        }
    }

    var showsPageBelow: Bool { true }
}
