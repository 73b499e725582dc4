import Localization
import SpacesModel

/// How new names are made of old ones: a part of each is found and replaced, or all are written anew from a template.
///
/// In the replacement `{name}` stands for the old name and `{n}` for the number of the space in the list, written with so
/// many digits as the last one has. What is to be found is an expression; where none is given the whole name is replaced.
package struct RenamePattern: Equatable, Sendable {
    package let find: String
    package let replacement: String

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
        _ = try Self.expression(find)
    }

    /// The new name of the space of this number, of so many.
    package func name(for old: String, number: Int, of count: Int) -> String {
        let digits = String(count).count
        let padded = String(repeating: "0", count: max(0, digits - String(number).count)) + String(number)
        let text = replacement.replacing("{name}", with: old).replacing("{n}", with: padded)
        if find.isEmpty { return SpaceRules.trimmed(text) }
        do throws(Problem) {
            return SpaceRules.trimmed(Self.replace(in: old, try Self.expression(find), with: text))
        } catch {
            // Not reached: the expression was read when the pattern was made.
            return old
        }
    }

    /// Replaces every match; `$1` to `$9` stand for what the groups of the expression found.
    private static func replace(in text: String, _ expression: Regex<AnyRegexOutput>, with template: String) -> String {
        text.replacing(expression) { match in
            var made = ""
            var rest = template[...]
            while let sign = rest.firstIndex(of: "$") {
                made += rest[..<sign]
                rest = rest[rest.index(after: sign)...]
                if let digit = rest.first?.wholeNumberValue, match.output.indices.contains(digit) {
                    made += match.output[digit].substring.map(String.init) ?? ""
                    rest = rest.dropFirst()
                } else {
                    made += "$"
                }
            }
            return made + rest
        }
    }

    private static func expression(_ text: String) throws(Problem) -> Regex<AnyRegexOutput> {
        do {
            return try Regex(text)
        } catch {
            throw Problem(message: localized("not an expression; put \\ before signs such as ( [ * + ?"))
        }
    }
}
