import Localization
import SpacesModel
import Widgets

/// How spaces and values are named in a line.
enum PlainTargets {
    /// The first word, or what stands in quotes with its quotes, and the rest.
    static func split(_ text: String) -> (target: String, value: String) {
        if text.hasPrefix("\""), let end = text.dropFirst().firstIndex(of: "\"") {
            let target = text[...end]
            return (String(target), SpaceRules.trimmed(String(text[text.index(after: end)...])))
        }
        let target = text.prefix { $0 != " " }
        return (String(target), SpaceRules.trimmed(String(text.dropFirst(target.count))))
    }

    /// The numbers of `1 3 5-8`; `nil` for anything else.
    static func numbers(in text: String) -> [Int]? {
        var numbers: [Int] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
                last - first < 1_000_000
            else { return nil }
            numbers += first...last
        }
        return numbers.isEmpty ? nil : numbers
    }

    /// What a change of many quotas asks for: `+20 %`, `-20 %`, `at least 10 GB` or a size.
    static func quotaForm(_ text: String) -> ValueForm {
        let entries: [(String, BulkEntry)] = [
            ("+", .raiseQuota), ("-", .lowerQuota), ("at least", .quotaAtLeast), ("", .setQuota),
        ]
        let (start, entry) = entries.first { text.lowercased().hasPrefix($0.0) } ?? ("", .setQuota)
        var form = ValueForm(entry)
        form.field = TextField(SpaceRules.trimmed(String(text.dropFirst(start.count))))
        return form
    }
}

extension PlainProgram {
    /// The space that a number of the last list or a name means; `nil` where there is none, which is told. What stands in
    /// quotes is always a name.
    mutating func space(_ text: String) -> Space? {
        let isQuoted = text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
        let name = isQuoted ? String(text.dropFirst().dropLast()) : text
        if name.isEmpty {
            fail(localized("Which space? Give its number in the list, or its name."))
            return nil
        }
        let spaces = state.list.catalog.spaces
        let exact = spaces.filter { $0.name == name }
        let found = exact.isEmpty ? spaces.filter { $0.name.lowercased() == name.lowercased() } : exact
        if !isQuoted, let number = Int(name) {
            // A list that was told counts before a name that is a number.
            if numbered.indices.contains(number - 1) {
                if let space = state.list.space(numbered[number - 1]) { return space }
                fail(localized("Number \(number) of the last list is gone. Type list for the list as it is now."))
                return nil
            }
            if found.isEmpty {
                fail(
                    numbered.isEmpty
                        ? localized("Nothing is listed yet. Type list.")
                        : localized("There is no number \(number) in the last list. It has \(numbered.count)."))
                return nil
            }
        }
        if found.count == 1 { return found.first }
        if found.isEmpty {
            let meant = Spelling.nearest(to: name, among: spaces.map(\.name)).map {
                " " + localized("Did you mean \($0)?")
            }
            fail(
                localized("There is no space \(name).")
                    + (meant ?? " " + localized("Find it with find, and give its number.")))
        } else {
            fail(localized("\(found.count) spaces are called \(name). Find them with find, and give a number."))
        }
        return nil
    }
}
