import Foundation
import SpacesModel
import Texts

/// A space as a line of data for other programs: the one table of its fields.
struct SpaceRecord {
    enum Value: Equatable {
        case text(String)
        case number(Int64)
        case list([String])
        /// The server told nothing, or there is none.
        case missing
    }

    let fields: [(name: String, value: Value)]

    init(_ space: Space) {
        let state = RowState(space)
        let limit: Value =
            switch space.quota?.limit {
            case .bytes(let size): .number(size.bytes)
            case .unlimited: .text("unlimited")
            case nil: .missing
            }
        fields = [
            ("id", .text(space.id.rawValue)), ("name", .text(space.name)), ("subtitle", .text(space.subtitle)),
            ("alias", .text(space.alias)), ("type", .text(space.type.wireName)),
            ("state", state == .unknown ? .missing : .text(state.word)),
            ("used", space.quota?.used.map { .number($0.bytes) } ?? .missing), ("quota", limit),
            ("managers", space.members == nil ? .missing : .list(space.managerNames)),
            ("modified", space.modified.map { .text($0.formatted(.iso8601)) } ?? .missing),
            ("web", space.webURL.map(Value.text) ?? .missing),
            ("webdav", space.root?.webDavURL.map(Value.text) ?? .missing),
        ]
    }

    /// The names of the fields, in the order of the table.
    static let names = SpaceRecord(Space(id: SpaceID(""), name: "", type: .project)).fields.map(\.name)

    /// The cells of a line of RFC 4180.
    var cells: [String] {
        fields.map { field in
            switch field.value {
            case .text(let text): CSV.cell(text)
            case .number(let number): String(number)
            case .list(let texts): CSV.cell(texts.joined(separator: "; "))
            case .missing: ""
            }
        }
    }

    /// One line of RFC 4180 without its end.
    var csv: String { cells.joined(separator: ",") }

    /// One object in one line, its keys in the order of the table.
    var json: String {
        let members = fields.map { name, value in
            let text =
                switch value {
                case .text(let text): JSONString.quoted(text)
                case .number(let number): String(number)
                case .list(let texts): "[" + texts.map(JSONString.quoted).joined(separator: ", ") + "]"
                case .missing: "null"
                }
            return "\(JSONString.quoted(name)): \(text)"
        }
        return "{" + members.joined(separator: ", ") + "}"
    }
}
