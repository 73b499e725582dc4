/// What a list of drives shows, read in one transaction: everything it takes to write the answer.
struct DriveListing: Sendable {
    static let empty = DriveListing(spaces: [], grants: [], specials: [:])

    let spaces: [StoredSpace]
    /// What others share with the caller.
    var mountpoints: [Mountpoint] = []
    /// Members of all the spaces, those of one space together.
    let grants: [Grant]
    let specials: [String: SpecialNode]
    private let grantsOfSpace: [Int64: Range<Int>]

    init(spaces: [StoredSpace], grants: [Grant], specials: [String: SpecialNode]) {
        self.spaces = spaces
        self.grants = grants
        self.specials = specials
        var ranges: [Int64: Range<Int>] = [:]
        ranges.reserveCapacity(spaces.count)
        var start = 0
        while start < grants.count {
            var end = start + 1
            while end < grants.count, grants[end].space == grants[start].space { end += 1 }
            ranges[grants[start].space] = start..<end
            start = end
        }
        grantsOfSpace = ranges
    }

    func grants(of space: StoredSpace) -> ArraySlice<Grant> {
        grants[grantsOfSpace[space.key] ?? 0..<0]
    }
}
