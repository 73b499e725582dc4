package import Widgets

/// The page that shows the error log; its entries stay in the state, so that it goes on growing.
package struct ErrorLogPage: Equatable, Sendable {
    package var filter = ""
    /// The filter while it is typed.
    package var field: TextField?
    package var isErrorsOnly = false
    /// The first line on the screen; `nil` stays with the newest.
    package var scroll: Int?

    package init() {}
}
