import Localization
import SpacesModel

/// The first place in which two texts differ, with the lines of both and some around them.
package struct TextDifference: Equatable, Sendable {
    /// A line as it is shown.
    package struct Line: Equatable, Sendable {
        package enum Side: Equatable, Sendable { case both, theirs, mine }

        package let side: Side
        package let text: String
    }

    /// The first line that differs, from one.
    package let number: Int
    /// The lines that both have before it, at most two.
    private let before: [Line]
    /// The lines that only theirs has there, and those that only mine has.
    private let theirs: [Line]
    private let mine: [Line]
    /// What follows: lines of both, and what differs near by.
    private let after: [Line]

    /// Lines that are compared after the first different one, and characters of a line that are kept.
    private static let window = 60
    private static let columns = 200
    /// As many lines that both have end the place.
    private static let context = 2

    /// `nil` where no line differs.
    package init?(theirs theirBytes: [UInt8], mine myBytes: [UInt8]) {
        let (left, right) = (Self.lines(of: theirBytes), Self.lines(of: myBytes))
        if left.elementsEqual(right, by: Self.isSame) { return nil }
        let same = zip(left, right).prefix(while: Self.isSame).count
        number = same + 1
        before = left[..<same].suffix(Self.context).map { Line(side: .both, text: Self.shown($0)) }
        let walk = Self.walk(
            Array(left.dropFirst(same).prefix(Self.window)), Array(right.dropFirst(same).prefix(Self.window)))
        let first = walk.prefix { $0.side != .both }
        let (gone, new) = (first.filter { $0.side == .theirs }, first.filter { $0.side == .mine })
        // Of long lines that begin alike the part is shown in which they differ.
        let hidden = gone.enumerated().map { index, line in
            index < new.count ? Self.hiddenPrefix(line.text, new[index].text) : 0
        }
        func cut(_ lines: [(side: Line.Side, text: Substring)]) -> [Line] {
            lines.enumerated().map { index, line in
                let count = index < hidden.count ? hidden[index] : 0
                return Line(side: line.side, text: Self.shown(line.text, hiding: count))
            }
        }
        (theirs, mine) = (cut(gone), cut(new))
        after = Self.near(walk.dropFirst(first.count)).map { Line(side: $0.side, text: Self.shown($0.text)) }
    }

    /// The lines for so many rows. Where they are too many, both sides keep some.
    package func lines(fitting rows: Int) -> [Line] {
        let all = before + theirs + mine + after
        if all.count <= rows { return all }
        let top = before.suffix(rows >= 6 ? 1 : 0)
        let room = max(0, rows - top.count)
        let upper = min(theirs.count, max((room + 1) / 2, room - mine.count))
        let lower = min(mine.count, room - upper)
        return top + Self.shortened(theirs, to: upper) + Self.shortened(mine, to: lower)
            + after.prefix(room - upper - lower)
    }

    /// So many lines, the last of which says how many are left out.
    private static func shortened(_ lines: [Line], to count: Int) -> [Line] {
        guard count < lines.count, count > 2, let side = lines.first?.side else { return Array(lines.prefix(count)) }
        let rest = lines.count - count + 1
        return lines.prefix(count - 1) + [Line(side: side, text: localized("… \(rest) more lines"))]
    }

    private static func lines(of bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// True for lines of the same bytes.
    private static func isSame(_ left: Substring, _ right: Substring) -> Bool { left.utf8.elementsEqual(right.utf8) }

    /// Both texts line by line, what only theirs has before what only mine has.
    private static func walk(_ left: [Substring], _ right: [Substring]) -> [(side: Line.Side, text: Substring)] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in right.difference(from: left, by: isSame) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [(side: Line.Side, text: Substring)] = []
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            if removed.contains(i) {
                lines.append((.theirs, left[i]))
                i += 1
            } else if inserted.contains(j) {
                lines.append((.mine, right[j]))
                j += 1
            } else if i < left.count, j < right.count {
                lines.append((.both, left[i]))
                (i, j) = (i + 1, j + 1)
            } else {
                break
            }
        }
        return lines
    }

    /// The lines up to a stretch that both have, a little of it included.
    private static func near(
        _ lines: ArraySlice<(side: Line.Side, text: Substring)>
    ) -> [(side: Line.Side, text: Substring)] {
        var near: [(side: Line.Side, text: Substring)] = []
        var alike = 0
        for line in lines {
            alike = line.side == .both ? alike + 1 : 0
            if alike > context { break }
            near.append(line)
        }
        return near
    }

    /// How many characters of two lines are left out, because both begin with them.
    private static func hiddenPrefix(_ left: Substring, _ right: Substring) -> Int {
        let alike = zip(left, right).prefix { $0 == $1 }.count
        return alike > 40 ? alike - 20 : 0
    }

    private static func shown(_ line: Substring, hiding count: Int = 0) -> String {
        (count > 0 ? "…" : "") + String(line.dropFirst(count).prefix(columns))
    }
}
