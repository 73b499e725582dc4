/// An option or a flag.
struct ProgramArgument: Decodable, Equatable {
    struct Name: Decodable, Equatable {
        let kind: String
        let name: String

        var text: String { (kind == "long" ? "--" : "-") + name }
    }

    let abstract: String?
    let defaultValue: String?
    let isOptional: Bool
    let kind: String
    var names: [Name]?
    let shouldDisplay: Bool
    let valueName: String?

    /// The name with its value, as in `--theme NAME`.
    var usage: String {
        let name = names?.first { $0.kind == "long" }?.text ?? valueName ?? ""
        return kind == "flag" ? name : "\(name) \(valueName ?? "VALUE")"
    }

    /// All names, the short ones first.
    var term: String {
        let short = (names ?? []).filter { $0.kind != "long" }.map { "`\($0.text)`, " }.joined()
        let others = (names ?? []).filter { $0.kind == "long" }.dropFirst().map { ", `\($0.text)`" }.joined()
        return short + "`\(usage)`" + others
    }

    /// True when the other one is `--no-…` of this flag.
    func isTakenBack(by other: ProgramArgument) -> Bool {
        guard kind == "flag", other.kind == "flag", let name = names?.first(where: { $0.kind == "long" })?.name else {
            return false
        }
        return other.names?.contains { $0.name == "no-\(name)" } == true
    }

    /// What it does, and what counts when it is not given.
    var meaning: String {
        let text = abstract ?? ""
        if let defaultValue, kind != "flag" { return "\(text) Default: `\(defaultValue)`." }
        return isOptional ? text : "\(text) Required."
    }
}
