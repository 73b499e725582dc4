import Localization
package import SpacesClient
package import SpacesModel
package import Widgets
import Texts

/// The form in which a space is changed or made: what was typed, what is wrong with it, and what it would send.
package struct SpaceForm: Equatable, Sendable {
    package enum Purpose: Equatable, Sendable {
        /// Change this space, as it was when the form opened.
        case edit(Space)
        case create
    }

    /// A line of the form that can have the cursor.
    package enum Row: String, CaseIterable, Hashable, Sendable {
        case name, subtitle, alias, quota, template

        var label: String {
            switch self {
            case .name: localized("Name")
            case .subtitle: localized("Subtitle")
            case .alias: localized("Alias")
            case .quota: localized("Quota")
            case .template: localized("Template")
            }
        }

        var field: SpaceField? { SpaceField(rawValue: rawValue) }
    }

    package internal(set) var purpose: Purpose
    /// Whether another space has the name that stands in the form.
    package internal(set) var hasTwin = false
    /// Why a row cannot be changed by this account; rows that are not here can.
    package let locked: [Row: String]
    /// The largest quota that the server allows.
    package let maximumQuota: ByteCount?
    package private(set) var fields: [Row: TextField]
    package var usesTemplate = false
    package private(set) var focus: Row
    /// The number of the change that was sent, while its answer is awaited.
    package var sent: Int?
    /// Why the last attempt failed; what was typed is kept.
    package var failure: SpacesFailure?
    /// Said once when Enter could do nothing.
    package var hint: String?

    /// A form for a space, with the rows locked that the account may not change.
    package init(editing space: Space, access: Access, maximumQuota: ByteCount?) {
        purpose = .edit(space)
        self.maximumQuota = maximumQuota
        var locked: [Row: String] = [:]
        for row in Row.allCases {
            if let field = row.field { locked[row] = access.changing(field, of: space).reason }
        }
        self.locked = locked
        fields = [
            .name: TextField(exactly: space.name),
            .subtitle: TextField(exactly: space.subtitle, placeholder: localized("none")),
            .alias: TextField(exactly: space.alias),
            .quota: TextField(Self.text(of: .quota, in: space), placeholder: localized("not known")),
        ]
        focus = Row.allCases.first { locked[$0] == nil } ?? .name
    }

    /// A form for a new space.
    package init(creatingWith maximumQuota: ByteCount?) {
        purpose = .create
        self.maximumQuota = maximumQuota
        locked = [:]
        fields = [
            .name: TextField(), .subtitle: TextField("", placeholder: localized("none")),
            .quota: TextField("", placeholder: localized("the server's default")),
        ]
        focus = .name
    }

    /// The rows of this form, top to bottom.
    package var rows: [Row] {
        switch purpose {
        case .edit: [.name, .subtitle, .alias, .quota]
        case .create: [.name, .subtitle, .quota, .template]
        }
    }

    package func text(of row: Row) -> String { fields[row]?.text ?? "" }

    /// What a row says of a space before anything is typed.
    static func text(of row: Row, in space: Space) -> String {
        switch row {
        case .name: space.name
        case .subtitle: space.subtitle
        case .alias: space.alias
        case .quota: space.quota?.limit?.exactText ?? ""
        case .template: ""
        }
    }

    /// Takes a text that a person gave for a row.
    mutating func setText(_ text: String, of row: Row) {
        fields[row] = TextField(text, placeholder: fields[row]?.placeholder ?? "")
    }

    /// Shows in a row what a space has there, to the last byte.
    mutating func show(_ row: Row, of space: Space) {
        fields[row] = TextField(exactly: Self.text(of: row, in: space), placeholder: fields[row]?.placeholder ?? "")
    }

    package mutating func changeFocusedField(_ change: (inout TextField) -> Bool) -> Bool {
        guard locked[focus] == nil, sent == nil, var field = fields[focus] else { return false }
        let before = field.text
        let used = change(&field)
        fields[focus] = field
        if !field.text.isExactly(before) { (failure, hint) = (nil, nil) }
        return used
    }

    /// Moves the cursor to the next row that can be changed, round the ends.
    package mutating func moveFocus(by step: Int) {
        let open = rows.filter { locked[$0] == nil }
        guard let index = open.firstIndex(of: focus) else { return }
        focus = open[(index + step + open.count) % open.count]
    }

    /// Moves the cursor to a row that keeps the form from being sent.
    mutating func point(at row: Row) {
        if locked[row] == nil { focus = row }
        hint = problems[row]
    }

    /// Puts the next larger or smaller preset into the quota.
    package mutating func stepQuota(by step: Int) {
        guard focus == .quota, locked[.quota] == nil, sent == nil else { return }
        let presets = Self.presets(maximum: maximumQuota)
        let next: QuotaLimit?
        if case .success(let current?) = limit {
            next =
                step > 0
                ? presets.first { $0 > current } ?? presets.last : presets.last { $0 < current } ?? presets.first
        } else {
            next = presets.first
        }
        if let next {
            fields[.quota] = TextField(next.exactText, placeholder: fields[.quota]?.placeholder ?? "")
            (failure, hint) = (nil, nil)
        }
    }

    /// The limits offered, as far as the server allows them.
    package static func presets(maximum: ByteCount?) -> [QuotaLimit] {
        let sizes: [Int64] = [1, 2, 5, 10, 50, 100]
        return (sizes.map { QuotaLimit.bytes(ByteCount($0 * 1_000_000_000)) } + [.unlimited])
            .filter { SpaceRules.problem(inLimit: $0, maximum: maximum) == nil }
    }
}
