package import Foundation
package import SpacesModel

/// What a query needs to know besides the spaces.
package struct QueryContext: Sendable {
    package var now: Date
    package var timeZone: TimeZone
    package var pinned: Set<SpaceID>

    package init(now: Date, timeZone: TimeZone, pinned: Set<SpaceID> = []) {
        self.now = now
        self.timeZone = timeZone
        self.pinned = pinned
    }
}
