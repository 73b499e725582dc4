import Localization
import SpacesClient
package import SpacesModel

/// A change of this session, and how it is taken back.
package struct UndoStep: Equatable, Sendable {
    package enum Way: Equatable, Sendable {
        /// These values are written back.
        case edit(SpaceEdit)
        case restore, disable
        /// Many spaces are changed back.
        case run(BulkPlan)
        /// It cannot be undone; a sentence that says so.
        case impossible(String)
    }

    /// A value as it is now, and as it was before.
    struct Line: Equatable, Sendable {
        let label: String
        let now: String
        let back: String
    }

    /// The number of the change.
    package let number: Int
    /// The space as the change left it; `nil` for one that is gone.
    package let space: Space?
    package let way: Way
    let lines: [Line]

    /// The step back from a change that was answered; `nil` where nothing changed by it.
    init?(_ change: Change, answer: Space?) {
        number = change.number
        switch (change.kind, change.space) {
        case (.create, _):
            space = answer
            way = .impossible(
                localized("\(change.name) was created, which is not undone: disable and purge it instead."))
            lines = []
        case (.purge, _):
            space = nil
            way = .impossible(localized("\(change.name) was purged, which cannot be undone."))
            lines = []
        case (.disable, let seen?):
            space = seen.disabled
            way = .restore
            lines = []
        case (.restore, _?):
            guard let answer else { return nil }
            space = answer
            way = .disable
            lines = []
        case (.edit(let edit), let seen?):
            guard let answer else { return nil }
            let fields = SpaceField.allCases.filter { edit[$0] != nil && answer[$0] != seen[$0] }
            let back = SpaceEdit(fields, as: seen)
            if back.isEmpty { return nil }
            space = answer
            way = .edit(back)
            lines = fields.filter { back[$0] != nil }.map {
                Line(label: $0.label, now: answer[$0].shown, back: seen[$0].shown)
            }
        case (.disable, nil), (.restore, nil), (.edit, nil): return nil
        }
    }
}

extension UndoStep {
    /// One that only says why there is no way back, so that not an older change is taken for the last one.
    init(impossible sentence: String, number: Int) {
        self.number = number
        space = nil
        way = .impossible(sentence)
        lines = []
    }

    /// The step back from changes of many spaces; `nil` where nothing came of them that can be changed back.
    ///
    /// - Parameter space: The space as the run left it.
    init?(_ run: BulkRun, as space: (SpaceID) -> Space?) {
        let items = zip(run.plan.items, run.outcomes).compactMap { item, outcome -> BulkItem? in
            guard outcome.kind == .done, let left = space(item.space.id) else { return nil }
            let step: BulkStep? =
                switch item.step {
                case .edit(let edit):
                    Optional(SpaceEdit(SpaceField.allCases.filter { edit[$0] != nil }, as: item.space))
                        .flatMap { $0.isEmpty ? nil : .edit($0) }
                case .disable: .restore
                case .restore: .disable
                case .purge, .invite, .remove: nil
                }
            // The server may have stored another value than the plan promised.
            let now = if case .edit(let edit) = item.step { edit.shownValues(of: left) } else { item.after }
            return step.map { BulkItem(left, $0, before: now, after: item.before) }
        }
        if items.isEmpty { return nil }
        number = run.number
        self.space = nil
        way = .run(BulkPlan(items, title: localized("Undo: \(run.title)"), undoes: run.number))
        lines = []
    }
}

extension SpaceEdit {
    /// Gives these fields the values that a space has; a quota that the server did not tell is left out.
    fileprivate init(_ fields: [SpaceField], as space: Space) {
        self.init()
        for field in fields {
            switch field {
            case .name: name = space.name
            case .subtitle: subtitle = space.subtitle
            case .alias: alias = space.alias
            case .quota: limit = space.quota?.limit
            }
        }
    }
}

extension FieldValue {
    /// The value in a sentence or a line; nothing at all is said as such.
    var shown: String {
        switch self {
        case .text(let text): text.isEmpty ? localized("nothing") : localized("“\(text)”")
        case .limit(let limit): limit?.formatted ?? localized("not told")
        }
    }
}
