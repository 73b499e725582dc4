import Localization
import Foundation
import SpacesClient
import Terminal
import Widgets

/// Turns entries of the error log into lines of a page of this width.
struct LogLines {
    struct Piece: Equatable {
        let text: String
        let role: Role
    }

    let columns: Int
    let timeZone: TimeZone
    let glyphs: Glyphs
    /// Columns of the time, with the blanks that follow it.
    private static let timeColumns = 10

    func lines(of entry: ErrorLog.Entry) -> [[Piece]] {
        switch entry {
        case .request(let record): lines(of: record)
        case .failure(let failure): lines(of: failure)
        }
    }

    private func lines(of failure: ErrorLog.Failure) -> [[Piece]] {
        let details = [
            failure.requestID.map { localized("request \($0)") }, failure.cause.map { localized("cause: \($0)") },
        ]
        let start = [time(failure.time), Piece(text: "\(glyphs.failure) ", role: .error)]
        let indent = Self.timeColumns + 2
        return wrapped(failure.sentence, .error, after: start, indent: indent)
            + details.compactMap { $0 }.flatMap { wrapped($0, .dim, indent: indent) }
    }

    /// A request in one line; why nothing came back stands below it.
    private func lines(of record: RequestRecord) -> [[Piece]] {
        let role: Role = record.isError ? .error : .text
        let isWide = columns >= 100
        let isNarrow = columns < 60
        var end: [Piece] = []
        var cause: [[Piece]] = []
        switch record.outcome {
        case .status(let status): end.append(Piece(text: "\(glyphs.arrow) \(status)", role: role))
        case .failed(let reason):
            end.append(Piece(text: "\(glyphs.arrow) \(glyphs.failure)  ", role: role))
            cause = wrapped(localized("no answer: \(reason)"), .error, indent: Self.timeColumns + 8)
        }
        if !isNarrow {
            let milliseconds = Int(max(.zero, record.duration) / .milliseconds(1))
            end.append(
                Piece(text: padded(localized("\(Numbers.grouped(milliseconds)) ms"), to: 10, right: true), role: .dim))
        }
        if isWide { end.append(Piece(text: "  " + padded(record.requestID ?? "", to: 36), role: .dim)) }
        let room = columns - Self.timeColumns - 8 - end.reduce(2) { $0 + CellWidth.of($1.text) }
        let path = CellWidth.truncate(record.shortPath(glyphs), to: max(0, room), ellipsis: String(glyphs.ellipsis))
        return [
            [
                time(record.time), Piece(text: padded(record.method, to: 8), role: role),
                Piece(text: padded(path, to: room + 2), role: role),
            ] + end
        ] + cause
    }

    private func time(_ date: Date) -> Piece {
        Piece(text: Numbers.clock(date, in: timeZone, withSeconds: true) + "  ", role: .dim)
    }

    private func wrapped(_ text: String, _ role: Role, after start: [Piece] = [], indent: Int) -> [[Piece]] {
        let blank = Piece(text: String(repeating: " ", count: indent), role: .text)
        return TextWrapping.lines(of: text, columns: max(1, columns - indent)).enumerated().map { index, line in
            (index == 0 && !start.isEmpty ? start : [blank]) + [Piece(text: line, role: role)]
        }
    }

    private func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - CellWidth.of(text)))
        return right ? blanks + text : text + blanks
    }
}

extension RequestRecord {
    /// The path with the long ids in it cut to their beginning, by which they are known.
    func shortPath(_ glyphs: Glyphs) -> String {
        var short = ""
        var word = ""
        func shortened(_ word: String) -> String {
            let parts = word.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.map(\.count) == [8, 4, 4, 4, 12], word.allSatisfy({ $0.isHexDigit || $0 == "-" }) else {
                return word
            }
            return String(word.prefix(8)) + String(glyphs.ellipsis)
        }
        for character in path {
            if character.isHexDigit || character == "-" {
                word.append(character)
            } else {
                short += shortened(word) + String(character)
                word = ""
            }
        }
        return short + shortened(word)
    }
}
