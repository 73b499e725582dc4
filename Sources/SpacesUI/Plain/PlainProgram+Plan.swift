import Localization
import SpacesModel
import Terminal
import Widgets

/// A plan in words: what will happen to which space, and what has to be typed for it.
extension PlainProgram {
    /// Words that change what a plan takes in. Each does what the key of the screen does.
    private static var includingWords: [String] { ["include", localized("include", in: "a word that is typed")] }
    private static var excludingWords: [String] { ["exclude", localized("exclude", in: "a word that is typed")] }

    /// Tells a plan and asks whether it is to be carried out.
    mutating func answer(_ dialog: BulkDialog) async {
        guard case .plan(let page) = dialog.step else { return act { $0.setTopLayer(nil) } }
        let plan = page.plan
        say(
            localized(
                "\(plan.title): \(plan.action.plan(counted(plan.items.count, "space", "spaces"))), \(plan.skipped.count) left out."
            ))
        if let consequence = plan.action.consequence { say(consequence) }
        let word = plan.aside.isEmpty ? "exclude" : "include"
        for warning in plan.warnings(including: "“\(word)”") { say(warning) }
        tell(plan, whole: plan.items.count + plan.skipped.count <= Self.page)
        await decide(page, dialog)
    }

    private mutating func decide(_ page: PlanPage, _ dialog: BulkDialog) async {
        let plan = page.plan
        if plan.items.isEmpty, plan.aside.isEmpty {
            fail(localized("There is nothing to do."))
            return act { $0.receive(Key(.escape), in: dialog) }
        }
        var typed = SpaceRules.trimmed(await ask(question(page)) ?? "")
        while typed.lowercased() == PlainCommand.list.rawValue {
            tell(plan, whole: true)
            typed = SpaceRules.trimmed(await ask(question(page)) ?? "")
        }
        let word = typed.lowercased()
        let isOther = plan.aside.isEmpty ? Self.excludingWords.contains(word) : Self.includingWords.contains(word)
        if isOther, !(plan.aside.isEmpty && plan.included.isEmpty) {
            // The plan that comes of it is told and asked about anew.
            return act { $0.receive("p", in: dialog) }
        }
        var (answered, asked) = (page, dialog)
        answered.typed = TextField(typed)
        let isYes =
            page.isTyped ? answered.isRight : !plan.items.isEmpty && ["yes", localized("yes")].contains(word)
        // What was asked for is not done, and a script notices.
        if !isYes { hasFailed = true }
        if !isYes, page.isTyped, ["y", "yes", localized("yes")].contains(word) {
            say(localized("“\(typed)” alone does nothing here."))
        }
        asked.step = .plan(answered)
        let key = isYes ? (page.isTyped ? Key(.enter) : "y") : Key(.escape)
        act { [asked] in $0.receive(key, in: asked) }
    }

    /// What can be typed, and what it does.
    private func question(_ page: PlanPage) -> String {
        let plan = page.plan
        let deed = plan.action.phrase(
            plan.items.count == 1 ? plan.items[0].label : counted(plan.items.count, "space", "spaces"))
        var words: [String] = []
        if page.isTyped, page.wantsName, let space = plan.items.first?.space {
            words.append(
                space.hasInvisibleName
                    ? localized("the end of the id, \(space.id.end), to \(deed)")
                    : localized("the name or the end of the id, \(space.id.end), to \(deed)"))
        } else if page.isTyped {
            words.append(localized("the number \(page.wanted) to \(deed)"))
        } else if !plan.items.isEmpty {
            words.append(localized("yes to \(deed)"))
        }
        if !plan.aside.isEmpty {
            words.append(localized("include to take in \(plan.aside.countedByType)"))
        } else if !plan.included.isEmpty {
            words.append(localized("exclude to leave out \(plan.included.countedByType)"))
        }
        words.append(localized("list to hear every space"))
        return localized("Type \(words.joined(separator: ", ")); anything else leaves all as it is:")
    }

    /// Tells a plan space by space; of a long one what is to be thought about, and how it begins.
    private func tell(_ plan: BulkPlan, whole: Bool) {
        let items = plan.items.enumerated()
        let told = whole ? Array(items) : Array(items.filter { $0.element.warning != nil }.prefix(Self.page))
        if !whole, plan.warningCount > 0 {
            say(localized("\(counted(plan.warningCount, "space", "spaces")) to think about."))
        }
        let hasTypes = plan.hasSeveralTypes
        for (index, item) in told + (whole ? [] : items.filter { $0.element.warning == nil }.prefix(3)) {
            let change =
                item.before.isEmpty
                ? localized("to \(item.after)") : localized("from \(item.before) to \(item.after)")
            let warning = item.warning.map { "; " + $0 } ?? ""
            say("\(index + 1). \(item.label)\(hasTypes ? ", \(item.space.type.label)" : ""): \(change)\(warning)")
        }
        if whole {
            for skip in plan.skipped {
                let name = skip.space.name + (hasTypes ? ", \(skip.space.type.label)" : "")
                say(localized("Left out: \(name): \(skip.reason)"))
            }
            return
        }
        let reasons = Dictionary(grouping: plan.skipped, by: \.reason).sorted { $1.value.count < $0.value.count }
        for (reason, spaces) in reasons.prefix(5) {
            say(localized("Left out: \(counted(spaces.count, "space", "spaces")), \(reason)"))
        }
    }
}
