import Localization
import SpacesModel
import Widgets
import Texts

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

    /// The names of `"Mars Mission" Venus`; a text without quotes is one name.
    static func names(in text: String) -> [String] {
        guard text.contains("\"") else { return [text] }
        var names: [String] = []
        var rest = text
        while !rest.isEmpty {
            let (name, others) = split(rest)
            names.append(name)
            rest = others
        }
        return names
    }

    /// A value without the quotes that it was put in.
    static func unquoted(_ text: String) -> String {
        text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
    }

    /// The numbers of `1 3 5-8`: those that stand for themselves, and those that a range reaches over; `nil` for anything
    /// else.
    static func numbers(in text: String) -> (single: [Int], ranged: [Int])? {
        var (single, ranged): ([Int], [Int]) = ([], [])
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
                abs(last - first) < 1_000_000
            else { return nil }
            if first == last { single.append(first) } else { ranged += min(first, last)...max(first, last) }
        }
        return single.isEmpty && ranged.isEmpty ? nil : (single, ranged)
    }

    /// What a change of many quotas asks for: `+20 %`, `-20 %`, `at least 10 GB` or a size.
    static func quotaForm(_ text: String) -> ValueForm {
        let entries: [(String, BulkEntry)] = [
            ("+", .raiseQuota), ("-", .lowerQuota), ("at least", .quotaAtLeast),
            (localized("at least"), .quotaAtLeast), ("", .setQuota),
        ]
        let (start, entry) = entries.first { text.lowercased().hasPrefix($0.0) } ?? ("", .setQuota)
        var form = ValueForm(entry)
        form.field = TextField(SpaceRules.trimmed(String(text.dropFirst(start.count))))
        return form
    }
}

extension PlainTargets {
    /// Whether a quota is one of many at once, which counts from the value of each.
    static func isRelative(_ text: String) -> Bool {
        quotaForm(text).entry != .setQuota
    }

    /// What is missing or too much in the text of a quota, in a sentence; `nil` where it can be read.
    static func complaint(about text: String) -> String? {
        guard text.hasPrefix("+") || text.hasPrefix("-") else { return nil }
        if text.contains(where: \.isLetter) {
            return localized("After + or - stands a part of the quota, as +20 %. For a size, write at least 10 GB.")
        }
        // Servers write -1 for a quota that is none, and a web page would take +5 for gigabytes.
        return text.contains("%")
            ? nil : localized("Is \(text) % meant? Write the percent sign. For no quota, write unlimited.")
    }
}

extension PlainProgram {
    /// The space that a number of the last list or a name means; `nil` where there is none, which is told. What stands in
    /// quotes is always a name.
    mutating func space(_ text: String) -> Space? {
        let isQuoted = text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
        let name = isQuoted ? String(text.dropFirst().dropLast()) : text
        if !isQuoted, name.lowercased() == "marked" {
            fail(localized("marked stands for spaces in a change. Type marks to hear which they are."))
            return nil
        }
        if name.isEmpty {
            fail(localized("Which space? Give its number in the list, or its name."))
            return nil
        }
        let spaces = state.list.catalog.spaces
        // Who types a letter cannot know in which of the ways it was stored: the very bytes come first, not alone.
        let exact = spaces.filter { $0.name.isExactly(name) }
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
                        ? hasListed
                            ? localized("The last list is empty.") : localized("Nothing is listed yet. Type list.")
                        : localized("There is no number \(number) in the last list. It has \(numbered.count)."))
                return nil
            }
        }
        if found.count == 1 { return found.first }
        if found.isEmpty {
            let meant = Spelling.nearest(to: name, among: spaces.map(\.name)).map {
                " " + localized("Did you mean \($0)?")
            }
            // Who left the quotes out sees where the name was taken to end.
            let isBeginning = !isQuoted && spaces.contains { $0.name.hasPrefix(name + " ") }
            let hint =
                isBeginning
                ? localized("A name with blanks stands in double quotes.")
                : localized("Find it with find, and give its number.")
            fail(localized("There is no space \(name).") + (isBeginning ? " " + hint : meant ?? " " + hint))
        } else {
            fail(localized("\(found.count) spaces are called \(name). Find them with find, and give a number."))
        }
        return nil
    }
}
