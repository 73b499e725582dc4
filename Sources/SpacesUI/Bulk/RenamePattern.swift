import Localization
import SpacesModel
import SpacesQuery

/// How new names are made of old ones: a part of each is found and replaced, or all are written anew from a template.
///
/// In the replacement `{name}` stands for the old name and `{n}` for the number of the space in the list, written with so
/// many digits as the last one has. What is to be found is an expression; where none is given the whole name is replaced.
package struct RenamePattern: Equatable, Sendable {
    package let find: String
    package let replacement: String
    private var expression: RegularExpression?

    package static func == (left: RenamePattern, right: RenamePattern) -> Bool {
        left.find == right.find && left.replacement == right.replacement
    }

    /// Why the part to be found is no expression, to stand beside its field.
    package struct Problem: Error, Equatable, Sendable {
        package let message: String
    }

    /// Checks the expression before anything is shown.
    package init(find: String, replacement: String) throws(Problem) {
        self.find = find
        self.replacement = replacement
        if find.isEmpty, !replacement.contains("{name}"), !replacement.contains("{n}") {
            throw Problem(message: localized("without {name} or {n} all spaces would get the same name"))
        }
        guard !find.isEmpty else { return }
        do throws(RegularExpression.Problem) {
            expression = try RegularExpression(find, ignoringCase: false)
        } catch {
            throw Problem(message: error.sentence)
        }
    }

    /// The new name of the space of this number, of so many.
    package func name(for old: String, number: Int, of count: Int) -> String {
        let digits = String(count).count
        let padded = String(repeating: "0", count: max(0, digits - String(number).count)) + String(number)
        // The number first: an old name may hold what looks like its place.
        let text = replacement.replacing("{n}", with: padded).replacing("{name}", with: old)
        guard let expression else { return SpaceRules.trimmed(text) }
        return SpaceRules.trimmed(Self.replace(in: old, expression, with: text))
    }

    /// Replaces every match; `$1` to `$9` stand for what the groups of the expression found. A name for which that takes too
    /// long stays as it is.
    private static func replace(in text: String, _ expression: RegularExpression, with template: String) -> String {
        let bytes = text.utf8
        func part(_ range: Range<Int>) -> String {
            let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
            return String(decoding: bytes[start...].prefix(range.count), as: UTF8.self)
        }
        var steps = mostSteps
        var made = ""
        var (written, from) = (0, 0)
        do {
            while let groups = try expression.firstMatch(in: text, from: from, steps: &steps), let whole = groups[0] {
                made += part(written..<whole.lowerBound) + filled(template, groups.map { $0.map(part) })
                written = whole.upperBound
                from = whole.isEmpty ? whole.upperBound + 1 : whole.upperBound
                if from > bytes.count { break }
            }
        } catch {
            return text
        }
        return made + part(written..<bytes.count)
    }

    /// The template with what the groups found in the places of `$0` to `$9`.
    private static func filled(_ template: String, _ groups: [String?]) -> String {
        var made = ""
        var rest = template[...]
        while let sign = rest.firstIndex(of: "$") {
            made += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            if let digit = rest.first?.wholeNumberValue, groups.indices.contains(digit) {
                made += groups[digit] ?? ""
                rest = rest.dropFirst()
            } else {
                made += "$"
            }
        }
        return made + rest
    }

    /// What the longest name may take for the longest expression that is of use.
    private static let mostSteps = 1_000_000
}
