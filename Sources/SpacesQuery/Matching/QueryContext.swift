package import Foundation

/// What a query needs to know besides the spaces.
package struct QueryContext: Sendable {
    package var now: Date
    package var timeZone: TimeZone

    package init(now: Date, timeZone: TimeZone) {
        self.now = now
        self.timeZone = timeZone
    }
}
