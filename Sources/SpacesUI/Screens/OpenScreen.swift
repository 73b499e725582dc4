/// A screen on the stack, compared by what it shows.
package struct OpenScreen: Equatable, Sendable {
    var screen: any Screen

    init(_ screen: any Screen) {
        self.screen = screen
    }

    package static func == (one: OpenScreen, other: OpenScreen) -> Bool { one.screen.isEqual(to: other.screen) }
}
