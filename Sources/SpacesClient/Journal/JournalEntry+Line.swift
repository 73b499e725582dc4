import Localization
import Foundation
import SpacesModel

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
                return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
            } catch {
                throw JournalFailure(localized("The change could not be written as JSON."))
            }
        }
    }

    /// Reads a line; `nil` for what is no entry. Whoever can write the file can put anything into it, so that its texts are
    /// made safe to show.
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
        profile = profile.map(SafeText.visible)
        server = SafeText.visible(server)
        user = SafeText.visible(user)
        spaceID = spaceID.map(SafeText.visible)
        space = SafeText.visible(space)
        requestID = requestID.map(SafeText.visible)
        reason = reason.map(SafeText.visible)
        changes = changes.map {
            FieldChange(
                SafeText.visible($0.field), before: $0.before.map(SafeText.visible),
                after: $0.after.map(SafeText.visible))
        }
    }
}
