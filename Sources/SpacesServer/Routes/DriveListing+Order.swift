extension DriveListing {
    /// Where the Shares drive stands among the sorted spaces: it has a name but no date, which comes before any.
    func placeOfShares(by order: DriveOrder?) -> Int {
        switch order?.key {
        case nil: return spaces.count
        case .lastModifiedDateTime: return order?.isDescending == true ? spaces.count : 0
        case .name:
            let shares = Array("shares".utf8)
            let next = spaces.firstIndex {
                let name = Array($0.name.lowercased().utf8)
                return order?.isDescending == true
                    ? name.lexicographicallyPrecedes(shares) : shares.lexicographicallyPrecedes(name)
            }
            return next ?? spaces.count
        }
    }

    /// Sorts as the real server does, with equal keys in the order they were created (server-behaviour §1.3).
    mutating func sort(by order: DriveOrder) {
        switch order.key {
        case .lastModifiedDateTime:
            spaces.sort { order.isDescending ? $0.modified > $1.modified : $0.modified < $1.modified }
        case .name:
            let names = spaces.map { Array($0.name.lowercased().utf8) }
            let sorted = spaces.indices.sorted { left, right in
                let (first, second) = order.isDescending ? (names[right], names[left]) : (names[left], names[right])
                return first.lexicographicallyPrecedes(second)
            }
            spaces = sorted.map { spaces[$0] }
        }
    }
}
