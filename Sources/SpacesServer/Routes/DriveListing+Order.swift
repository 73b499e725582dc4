extension DriveListing {
    /// One drive of a list: a stored space or mountpoint by its place, or the Shares drive that everybody has.
    enum Entry: Sendable {
        case space(Int)
        case mountpoint(Int)
        case shares
    }

    /// The drives in the order that is asked for; without one as they were created, Shares last.
    func entries(in order: DriveOrder?, showsMountpoints: Bool, showsShares: Bool) -> [Entry] {
        let entries =
            spaces.indices.map(Entry.space) + (showsMountpoints ? mountpoints.indices.map(Entry.mountpoint) : [])
            + (showsShares ? [.shares] : [])
        guard let order else { return entries }
        // Bytes of the lower-case name, made once: comparing strings would make them again and again.
        let names = entries.map { Array(name(of: $0).lowercased().utf8) }
        let dates = entries.map { modified(of: $0)?.nanoseconds ?? .min }
        func isBefore(_ left: Int, _ right: Int) -> Bool {
            switch order.key {
            case .name: return names[left].lexicographicallyPrecedes(names[right])
            case .lastModifiedDateTime:
                // No date comes before any, and two without by their names (docs/server-behaviour.md §2.4).
                if dates[left] != dates[right] { return dates[left] < dates[right] }
                return dates[left] == .min && names[left].lexicographicallyPrecedes(names[right])
            }
        }
        return entries.indices.sorted { order.isDescending ? isBefore($1, $0) : isBefore($0, $1) }.map { entries[$0] }
    }

    private func name(of entry: Entry) -> String {
        switch entry {
        case .space(let index): spaces[index].name
        case .mountpoint(let index): mountpoints[index].name
        case .shares: "Shares"
        }
    }

    private func modified(of entry: Entry) -> Timestamp? {
        switch entry {
        case .space(let index): spaces[index].modified
        // A mountpoint has no date (docs/server-behaviour.md §4.1).
        case .mountpoint: nil
        case .shares: sharesModified
        }
    }

    /// Date of the Shares drive: that of the newest share; none without shares.
    var sharesModified: Timestamp? { mountpoints.map(\.modified).max() }
}
