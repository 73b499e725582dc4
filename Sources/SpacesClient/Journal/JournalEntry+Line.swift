import Localization
import Foundation
import Texts

extension JournalEntry {
    /// The entry as a line of the file: one JSON object, its keys in alphabetical order, and the end of the line.
    var line: [UInt8] {
        get throws(JournalFailure) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            encoder.dateEncodingStrategy = .custom { date, encoder in
                var container = encoder.singleValueContainer()
                try container.encode(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
            }
            do {
                // Whoever prints the file on a terminal is steered by nothing in it.
                return JSONString.escaping(try encoder.encode(self)) + [UInt8(ascii: "\n")]
            } catch {
                throw JournalFailure(localized("The change could not be written as JSON."))
            }
        }
    }

    /// Reads a line; `nil` for what is no entry.
    init?(line: some Collection<UInt8>) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = Timestamp.date(from: Array(try container.decode(String.self).utf8)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date")
            }
            return date
        }
        do {
            self = try decoder.decode(JournalEntry.self, from: Data(line))
        } catch {
            return nil
        }
    }
}
