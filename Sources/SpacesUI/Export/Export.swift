import Localization
package import SpacesModel

/// An order to write spaces into a file.
package struct Export: Equatable, Sendable {
    /// What the file is for.
    package enum Format: CaseIterable, Sendable {
        /// Spreadsheets.
        case csv
        /// Programs.
        case json

        /// What its files end in, behind the point.
        package var ending: String { self == .csv ? "csv" : "json" }
        var label: String {
            self == .csv ? localized("CSV, for spreadsheets") : localized("JSON, for programs")
        }
    }

    /// What is written, in this order.
    package let spaces: [Space]
    /// Which ones that are, to go on in a sentence: "the 3 marked spaces".
    package let what: String
    package let format: Format
    /// As it was typed: `~/` is the home folder, and what begins with no slash is in the folder that the program started in.
    package let path: String
    /// Whether a file that is there may be replaced; only the person can say so.
    package internal(set) var replaces = false

    /// The text of the file: a heading and a line for each space, or one array of objects.
    var text: String {
        let records = spaces.map { SpaceRecord($0) }
        switch format {
        case .csv: return CSV.text(of: [SpaceRecord.names] + records.map(\.cells))
        case .json:
            return records.isEmpty ? "[]\n" : "[\n" + records.map { "  " + $0.json }.joined(separator: ",\n") + "\n]\n"
        }
    }
}

/// Why nothing was exported.
package enum ExportFailure: Error, Equatable, Sendable {
    /// A file is there already, and was left as it is.
    case exists
    /// What failed and why.
    case failed(String)
}
