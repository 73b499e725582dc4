/// A part of a file that is asked for by `Range` (RFC 9110 §14); several ranges in one request are answered in full.
enum ByteRange: Sendable, Equatable {
    case whole
    case part(Range<Int64>)
    /// Nothing of the file is in it.
    case unsatisfiable

    init(_ header: String?, size: Int64) {
        guard let header, header.hasPrefix("bytes="), !header.contains(",") else {
            self = .whole
            return
        }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            self = .whole
            return
        }
        switch (Int64(ends[0]), Int64(ends[1])) {
        case (let first?, let last?) where first >= 0 && last >= first:
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        case (let first?, nil) where first >= 0 && ends[1].isEmpty:
            self = first < size ? .part(first..<size) : .unsatisfiable
        case (nil, let count?) where ends[0].isEmpty && count >= 0:
            self = count > 0 && size > 0 ? .part(max(size - count, 0)..<size) : .unsatisfiable
        default: self = .whole
        }
    }
}
