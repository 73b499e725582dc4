/// Finds what a person meant who misspelt a name.
package enum Spelling {
    /// The name nearest to what was written, if one is near enough to ask "did you mean …?".
    package static func nearest(to written: String, among names: [String]) -> String? {
        let wanted = Array(written.lowercased())
        let near = names.map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
            .filter { $0.distance <= max(1, min(wanted.count, $0.name.count) / 3) }
        return near.min { $0.distance < $1.distance }?.name
    }

    /// The letters to insert, delete, replace or swap with their neighbour to make one of the other.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
