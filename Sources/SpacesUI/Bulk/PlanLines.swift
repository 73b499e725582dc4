import Localization
import SpacesModel
import Terminal
import Widgets

/// The lines of a plan for a width, above and below the spaces.
struct PlanLines {
    let page: PlanPage
    let hint: String?
    /// The columns of the page, and the rows of the screen.
    let size: Size
    let look: Look

    var columns: Int { size.columns }
    var isAiry: Bool { size.rows >= 20 }
    var plan: BulkPlan { page.plan }
    var glyphs: Glyphs { look.glyphs }

    var top: [DialogLine] {
        let isDangerous = plan.action.isDangerous
        var lines: [DialogLine] = [.text(.need, [(plan.title, look[isDangerous ? .danger : .title])], glyphs: glyphs)]
        lines.append(.text(.need, counts, glyphs: glyphs))
        if isAiry, let consequence = plan.action.consequence {
            lines += DialogLine.wrapped(
                .context, consequence, look[isDangerous ? .warning : .text], columns: columns)
        }
        lines += warnings
        if isAiry { lines += [.air, headings] }
        return lines
    }

    private var counts: [(String, Style)] {
        var pieces = [
            (plan.action.plan(counted(plan.items.count, "space", "spaces")), look[.text])
        ]
        if !plan.skipped.isEmpty {
            pieces.append((localized(", \(Numbers.grouped(plan.skipped.count)) left out"), look[.dim]))
        }
        if plan.warningCount > 0 {
            pieces.append((localized(", ! \(Numbers.grouped(plan.warningCount)) to think about"), look[.warning]))
        }
        return pieces
    }

    /// What the marks do not take along, or take along on request, and the keys that change it.
    private var warnings: [DialogLine] {
        if size.rows < 12 {
            let hidden = Numbers.grouped(plan.hidden.count)
            let words = [
                plan.isOfPart ? localized("of an incomplete list") : nil,
                plan.aside.isEmpty ? nil : localized("\(plan.aside.countedByType) left out (p)"),
                plan.included.isEmpty ? nil : localized("\(plan.included.countedByType) included (p)"),
                plan.hidden.isEmpty ? nil : localized("\(hidden) hidden left out (h)"),
            ].compactMap { $0 }
            if words.isEmpty { return [] }
            return [.text(.need, [("! \(words.joined(separator: ", "))", look[.warning])], glyphs: glyphs)]
        }
        return plan.warnings(including: "p", "h").flatMap {
            DialogLine.wrapped(.need, "! \($0)", look[.warning], columns: columns)
        }
    }

    /// The question, and where it is answered.
    var foot: [DialogLine] {
        var lines: [DialogLine] = isAiry ? [.air] : []
        let deed = plan.action.phrase(counted(plan.items.count, "space", "spaces"))
        if plan.items.isEmpty {
            let text = hint.map { "! \($0)" } ?? localized("There is nothing to do. n goes back.")
            lines.append(.text(.need, [(text, look[hint == nil ? .text : .warning])], glyphs: glyphs))
        } else if page.isTyped {
            let label = hint.map { "! \($0)" } ?? request(deed)
            lines.append(.text(.need, [(label, look[hint == nil ? .text : .error])], glyphs: glyphs))
            let (look, typed) = (look, page.typed)
            lines.append(
                DialogLine(.need) { buffer, rect in
                    let field = Rect(
                        column: rect.column, row: rect.row, columns: min(50, rect.columns), rows: 1)
                    buffer.fill(field, style: look[.fieldFocused])
                    return typed.draw(
                        into: &buffer, column: field.column, row: field.row, columns: field.columns,
                        style: look[.fieldFocused], placeholderStyle: look[.placeholder])
                })
        } else {
            let question = localized("y  \(deed)     n  leave everything as it is")
            lines.append(
                .text(
                    .need, [(hint.map { "! \($0)" } ?? question, look[hint == nil ? .key : .warning])], glyphs: glyphs))
        }
        return lines
    }

    private func request(_ deed: String) -> String {
        guard page.wantsName, let only = plan.items.first else { return localized("Type \(page.wanted) to \(deed):") }
        if columns < 60 { return only.space.shortRequest }
        guard let warning = only.space.nameWarning else {
            return localized("To \(deed), type its name or the end of its id, \(only.space.id.end):")
        }
        return warning + " " + localized("To \(deed), type the end of its id, \(only.space.id.end):")
    }
}

extension BulkPlan {
    /// Which spaces it leaves out or takes in beside those that were meant for certain, and what changes that.
    ///
    /// - Parameters:
    ///   - include: The key or the word that takes in what was swept along, and leaves it out again.
    ///   - unhide: The key that takes in what the filter hides; `nil` where nothing is hidden.
    func warnings(including include: String, _ unhide: String? = nil) -> [String] {
        var texts: [String] = []
        if isOfPart {
            texts.append(localized("The list is incomplete: there are spaces that this plan does not know."))
        }
        if !aside.isEmpty {
            texts.append(
                aside.count == 1
                    ? localized("\(aside.countedByType) is left out; \(include) includes it.")
                    : localized("\(aside.countedByType) are left out; \(include) includes them."))
        }
        let included = included
        if !included.isEmpty {
            texts.append(
                included.count == 1
                    ? localized("\(included.countedByType) is included; \(include) leaves it out.")
                    : localized("\(included.countedByType) are included; \(include) leaves them out."))
        }
        if !hidden.isEmpty, let unhide {
            texts.append(
                hidden.count == 1
                    ? localized("1 marked space is hidden by the filter and left out; \(unhide) includes it.")
                    : localized(
                        """
                        \(Numbers.grouped(hidden.count)) marked spaces are hidden by the filter and left out; \
                        \(unhide) includes them.
                        """))
        }
        return texts
    }
}
