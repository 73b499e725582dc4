import Localization
import Terminal

/// Every key that closes something closes the picture.
extension SpaceImage: Screen {
    enum Action: Equatable, Sendable { case close }

    static var title: String { localized("Image") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.close, [Key(.escape), Key(.enter)], like: .quit, hint: localized("back"), localized("Close"), leaves: true),
            .init(.close, like: .showImage,                                                  localized("Close")),
            .init(.close, like: .showDetail,                                                 localized("Close")),
        ]
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] { [.close] }
}
